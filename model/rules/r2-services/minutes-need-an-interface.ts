import { labelOf } from '../../code-lists/index.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Files and table exchange do not arrive within minutes. */
export const minutesNeedAnInterface = defineRule({
  id: 'CHK-R2-MINUTE',
  severity: 'warning',
  step: 'R2',
  on: ['sharing'],
  source: `${norms.plan}（T02）`,
  looksAt: [['ref requirement', 'timeliness']],
  *check({ requirement, method }, { get }) {
    const isSlow = method !== undefined && method !== 'api' && method !== 'stream'
    if (isSlow && textIn(get(requirement ?? ''), 'timeliness') === 'minute')
      yield { field: 'method', values: { method: labelOf('supplyMethod', method) } }
  },
})
