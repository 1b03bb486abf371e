import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is delivered through an interface names it. */
export const interfaceIsNamed = defineRule({
  id: 'CHK-R2-IFACE',
  severity: 'error',
  step: 'R2',
  on: ['service', 'sharing'],
  source: `${norms.plan}（SR-R2）`,
  *check(element) {
    if (element.kind === 'sharing') {
      if (element.method === 'api' && element.service === undefined) yield { field: 'service', values: { case: 'entry' } }
    } else if (element.methods?.includes('api') && element.endpoint === undefined) yield { field: 'endpoint', values: { case: 'service' } }
  },
})
