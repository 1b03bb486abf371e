import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A link joins two steps of its own flow; between flows there are sub-flows. */
export const linkStaysInItsFlow = defineRule({
  id: 'CHK-L5-LINK',
  severity: 'error',
  step: 'L5',
  on: ['link'],
  source: norms.bpmn,
  looksAt: [
    ['ref from', 'owner'],
    ['ref to', 'owner'],
  ],
  *check({ owner, from, to }, { get }) {
    for (const [field, step] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (step === undefined) yield { field, values: { case: 'missing' } }
      else if (refIn(get(step), 'owner') !== owner) yield { field, values: { case: 'elsewhere' } }
    }
  },
})
