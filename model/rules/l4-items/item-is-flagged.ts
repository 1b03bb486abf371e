import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Every item is governance, service or both. */
export const itemIsFlagged = defineRule({
  id: 'CHK-L4-FLAG',
  severity: 'error',
  step: 'L4',
  on: ['item'],
  source: `${norms.plan}（SR-L2）`,
  *check({ dimensions }) {
    if (dimensions === undefined) yield { field: 'dimensions' }
  },
})
