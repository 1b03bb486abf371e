import { ledgerOf } from '../../method/ledger.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { settingsIn, thresholdIn } from '../thresholds.ts'

/** The rate at minute level reaches its target; what it is a rate of is chosen in the settings and said with it (contracts C1.6). */
export const minuteSatisfactionReachesItsTarget = defineRule({
  id: 'CHK-TARGET-T02',
  severity: 'warning',
  step: 'R2',
  on: ['document'],
  source: `${norms.plan}（T02）`,
  looksAt: ['totals'],
  *check(_, view) {
    const minuteDenominator = settingsIn(view)['minuteDenominator'] === 'all' ? 'all' : 'minute'
    const { minuteSatisfaction } = ledgerOf(view, { minuteTarget: thresholdIn(view, 'minuteSatisfaction'), minuteDenominator })
    const { rate, target, satisfied, needed } = minuteSatisfaction
    if (rate !== null && rate < target) yield { values: { case: minuteDenominator, rate: rate.toFixed(2), target, satisfied, needed } }
  },
})
