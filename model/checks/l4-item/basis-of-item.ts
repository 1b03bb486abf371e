import { membersIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An item rests on a basis. */
export const basisOfItem = defineRule({
  id: 'CHK-L4-BASIS',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: '权责清单',
  *check(item) {
    if (membersIn(item, 'bases').length === 0 && textIn(item, 'basisText') === '') yield { field: 'basisText' }
  },
})
