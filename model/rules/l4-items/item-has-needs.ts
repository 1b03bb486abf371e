import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An item without needs can never become ready. */
export const itemHasNeeds = defineRule({
  id: 'CHK-L4-NEEDS',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: `${norms.plan}（SR-L3）`,
  *check({ needs }) {
    if (needs === undefined) yield { field: 'needs' }
  },
})
