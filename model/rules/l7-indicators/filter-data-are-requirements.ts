import { datum } from '../../method/datum.ts'
import { filtersOf } from '../../method/operands.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Data that stand only in a filter are needed as much as those that are counted, and are forgotten more easily. */
export const filterDataAreRequirements = defineRule({
  id: 'CHK-L7-FILTER',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: norms.indicatorSheet,
  looksAt: [{ named: 'ref formula' }, { fact: datum, at: 'ref formula' }],
  *check(indicator, view) {
    const filters = [...filtersOf(indicator)].filter(id => view.get(id)?.kind === 'dataItem')
    const forgotten = filters.filter(id => view.fact(datum, id)?.requirement === undefined).sort()
    if (forgotten.length > 0) yield { field: 'formula', values: namesOf(forgotten, view) }
  },
})
