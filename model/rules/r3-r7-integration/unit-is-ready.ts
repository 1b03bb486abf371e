import { unitReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A unit is integrated when all its items are. */
export const unitIsReady = defineRule({
  id: 'CHK-R5-READY',
  severity: 'info',
  step: 'R5',
  on: ['unit'],
  source: norms.plan,
  looksAt: [{ fact: unitReady }],
  *check({ id }, view) {
    const known = view.fact(unitReady, id)
    if (known && !known.ready) yield { values: { done: known.done, total: known.total } }
  },
})
