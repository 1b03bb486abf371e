import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What starts an item and what it ends with are what makes it one. */
export const itemHasTriggerAndResult = defineRule({
  id: 'CHK-L4-ENDS',
  severity: 'info',
  step: 'L4',
  on: ['item'],
  source: norms.smallestItem,
  *check({ trigger, result, outputs }) {
    if (trigger === undefined) yield { field: 'trigger' }
    if (result === undefined && outputs === undefined) yield { field: 'result' }
  },
})
