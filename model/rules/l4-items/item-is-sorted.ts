import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Items may be gathered first and sorted later, but in the end each lies in a unit. */
export const itemIsSorted = defineRule({
  id: 'CHK-L4-UNSORTED',
  severity: 'info',
  step: 'L4',
  on: ['item'],
  source: norms.chain,
  *check({ owner }) {
    if (owner === undefined) yield {}
  },
})
