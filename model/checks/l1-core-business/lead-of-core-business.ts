import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Exactly one organisation leads a core business. */
export const leadOfCoreBusiness = defineRule({
  id: 'CHK-L1-OWNER',
  severity: 'error',
  step: 'L1',
  on: ['coreBusiness'],
  source: '总体方案：牵头',
  *check(business) {
    if (refIn(business, 'lead') === undefined) yield { field: 'lead' }
  },
})
