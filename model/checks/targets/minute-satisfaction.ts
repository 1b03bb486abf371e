import { ledgerOf } from '../../method/ledger.ts'
import { ledgerOptionsIn } from '../../method/ledger-options.ts'
import { defineRule } from '../define-rule.ts'

/** The satisfaction rate at minute level reaches its target. */
export const minuteSatisfaction = defineRule({
  id: 'CHK-TARGET-T02',
  severity: 'warning',
  step: 'R2',
  on: ['document'],
  source: '总体方案 T02',
  alsoTouched: edit => edit.after.lookups.allOf('document'),
  *check(document, view) {
    const { minuteSatisfaction } = ledgerOf(view, ledgerOptionsIn(document))
    if (minuteSatisfaction.rate !== null && minuteSatisfaction.rate < minuteSatisfaction.target)
      yield { values: { rate: minuteSatisfaction.rate.toFixed(2), target: minuteSatisfaction.target } }
  },
})
