import { labelOf } from '../../code-lists/index.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An item is done at the level of who leads it, among others. */
export const leadActsAtItsLevel = defineRule({
  id: 'CHK-L4-LEVEL',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.plan,
  looksAt: [['ref lead', 'level']],
  *check({ lead, levels }, view) {
    const level = textIn(view.get(lead ?? ''), 'level')
    if (level !== '' && levels !== undefined && !levels.includes(level))
      yield { field: 'levels', values: { level: labelOf('orgLevel', level), levels: levels.map(one => labelOf('orgLevel', one)) } }
  },
  fix({ id, lead, levels }, view) {
    return [{ set: id, fields: { levels: [...(levels ?? []), textIn(view.get(lead ?? ''), 'level')].sort() } }]
  },
})
