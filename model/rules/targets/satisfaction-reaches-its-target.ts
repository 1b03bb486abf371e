import { ledgerOf } from '../../method/ledger.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn } from '../thresholds.ts'

/** The satisfaction rate of data sharing requirements reaches its target. */
export const satisfactionReachesItsTarget = defineRule({
  id: 'CHK-TARGET-T01',
  severity: 'warning',
  step: 'R2',
  on: ['document'],
  source: `${norms.plan}（T01）`,
  looksAt: ['totals'],
  *check(_, view) {
    const { satisfaction } = ledgerOf(view, { satisfactionTarget: thresholdIn(view, 'satisfaction') })
    const { rate, target, satisfied, needed } = satisfaction
    if (rate !== null && rate < target) yield { values: { rate: rate.toFixed(2), target, satisfied, needed } }
  },
})
