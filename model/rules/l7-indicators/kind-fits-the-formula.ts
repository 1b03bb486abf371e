import { operandsOf } from '../../method/operands.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Atomic indicators count data; composite ones are made of indicators. */
export const kindFitsTheFormula = defineRule({
  id: 'CHK-L7-KIND',
  severity: 'info',
  step: 'L7',
  on: ['indicator'],
  source: norms.indicatorSheet,
  looksAt: [['ref formula', 'id']],
  *check(indicator, { get }) {
    const operands = operandsOf(indicator)
    if (operands.length === 0 || operands.some(one => one.id === undefined)) return
    const hasIndicator = operands.some(one => get(one.id ?? '')?.kind === 'indicator')
    if (indicator.indicatorKind === 'atomic' && hasIndicator) yield { field: 'indicatorKind', values: { case: 'atomic' } }
    if (indicator.indicatorKind === 'composite' && !hasIndicator) yield { field: 'indicatorKind', values: { case: 'composite' } }
  },
})
