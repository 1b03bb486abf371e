import { evidence, undeclared } from '../../method/evidence.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/**
 * A link between two organisations without a collaboration. It stands on the item, once for each (from, to), because that is
 * how the completion of the step counts (contracts C2).
 */
export const handOverIsDeclared = defineRule({
  id: 'CHK-L6-DERIVE',
  severity: 'warning',
  step: 'L6',
  on: ['item'],
  source: norms.plan,
  looksAt: [
    { fact: evidence },
    ['by collaboration item', 'from', 'to'],
    { named: 'by step item > ref organisation' },
    { named: 'by step item > by link to > ref from > ref organisation' },
  ],
  *check({ id }, view) {
    for (const { from, to } of undeclared(id, view)) yield { values: { from: nameOf(from, view), to: nameOf(to, view) } }
  },
  fix: (item, view) =>
    undeclared(item.id, view).map(({ from, to, via }) => {
      const link = view.get(via)
      const steps = { fromStep: refIn(link, 'from'), toStep: refIn(link, 'to'), flow: link?.owner }
      const name = `${nameOf(from, view)} → ${nameOf(to, view)}`
      return { add: 'collaboration', name, fields: { from, to, item: item.id, type: 'serialHandoff', data: link?.['data'], ...steps } }
    }),
})
