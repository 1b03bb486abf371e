import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An item has one lead. */
export const leadOfItem = defineRule({
  id: 'CHK-L4-LEAD',
  severity: 'error',
  step: 'L4',
  on: ['item'],
  source: '总体方案：牵头',
  *check(item) {
    if (refIn(item, 'lead') === undefined) yield { field: 'lead' }
  },
})
