import { datum } from '../../method/datum.ts'
import { filtersOf } from '../../method/operands.ts'
import { defineRule } from '../define-rule.ts'

/** Data that stand only in the filter of a formula are needed all the same. */
export const filtersAreNeeds = defineRule({
  id: 'CHK-L7-FILTER',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: '过滤条件里的数据也是依赖',
  looksAt: [['references']],
  facts: [datum],
  *check(indicator, view) {
    const waiting = [...filtersOf(indicator)].filter(id => !view.fact(datum, id)?.satisfied && !view.fact(datum, id)?.selfProduced)
    if (waiting.length > 0) yield { field: 'formula', values: { data: waiting.map(id => view.get(id)?.name ?? '') } }
  },
})
