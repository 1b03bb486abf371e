import { operandsOf } from '../../method/operands.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A leaf of the indicator tree measures an item or a step. */
export const indicatorMeasuresSomething = defineRule({
  id: 'CHK-L7-NOITEM',
  severity: 'info',
  step: 'L7',
  on: ['indicator'],
  source: norms.plan,
  looksAt: [
    ['owned indicator', 'id'],
    ['ref formula', 'id'],
  ],
  *check(indicator, { get, lookups }) {
    const { id, items, steps } = indicator
    const isAbove =
      lookups.ownedBy(id, 'indicator').length > 0 || operandsOf(indicator).some(one => get(one.id ?? '')?.kind === 'indicator')
    if (items === undefined && steps === undefined && !isAbove) yield { field: 'items' }
  },
})
