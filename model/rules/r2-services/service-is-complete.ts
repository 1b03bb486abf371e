import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A service says what it delivers, from whom and how. */
export const serviceIsComplete = defineRule({
  id: 'CHK-R2-FIELDS',
  severity: 'warning',
  step: 'R2',
  on: ['service'],
  source: norms.plan,
  *check(service) {
    for (const field of ['resource', 'provider', 'methods'] as const) if (service[field] === undefined) yield { field }
  },
})
