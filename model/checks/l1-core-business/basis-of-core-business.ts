import { membersIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A core business rests on duties or law. */
export const basisOfCoreBusiness = defineRule({
  id: 'CHK-L1-LAW',
  severity: 'warning',
  step: 'L1',
  on: ['coreBusiness'],
  source: '三定方案',
  *check(business) {
    if (membersIn(business, 'bases').length === 0 && textIn(business, 'basisText') === '') yield { field: 'bases' }
  },
})
