import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Every item says which data it needs. */
export const itemNamesItsData = defineRule({
  id: 'CHK-L4-NEEDS',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: '总体方案 SR-L3',
  *check(item) {
    if (membersIn(item, 'needs').length === 0) yield { field: 'needs' }
  },
})
