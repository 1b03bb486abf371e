import { indicatorReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An indicator can be computed when all data below it have arrived, those of filters too. */
export const indicatorIsReady = defineRule({
  id: 'CHK-R3-READY',
  severity: 'info',
  step: 'R3',
  on: ['indicator'],
  source: norms.plan,
  looksAt: [{ fact: indicatorReady }],
  *check({ id }, view) {
    const known = view.fact(indicatorReady, id)
    if (known && !known.ready) yield { values: { done: known.done, total: known.total } }
  },
})
