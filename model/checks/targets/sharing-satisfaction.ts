import { ledgerOf } from '../../method/ledger.ts'
import { ledgerOptionsIn } from '../../method/ledger-options.ts'
import { defineRule } from '../define-rule.ts'

/** The satisfaction rate of data sharing requirements reaches its target. */
export const sharingSatisfaction = defineRule({
  id: 'CHK-TARGET-T01',
  severity: 'warning',
  step: 'R2',
  on: ['document'],
  source: '总体方案 T01',
  alsoTouched: edit => edit.after.lookups.allOf('document'),
  *check(document, view) {
    const { satisfaction } = ledgerOf(view, ledgerOptionsIn(document))
    if (satisfaction.rate !== null && satisfaction.rate < satisfaction.target)
      yield { values: { rate: satisfaction.rate.toFixed(2), target: satisfaction.target } }
  },
})
