import { membersIn, refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** The lead acts at one of the levels of the item. */
export const leadAtItsLevel = defineRule({
  id: 'CHK-L4-LEVEL',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: '总体方案：省市县乡',
  looksAt: [['references']],
  *check(item, { get }) {
    const levels = membersIn(item, 'levels')
    const level = textIn(get(refIn(item, 'lead') ?? ''), 'level')
    if (levels.length > 0 && level !== '' && !levels.includes(level)) yield { field: 'levels', values: { level } }
  },
})
