import { operandsOf } from '../../method/operands.ts'
import { textIn } from '../../method/reading.ts'
import { cycleRank } from '../cycles.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** A monthly indicator cannot rest on what comes once a year. */
export const operandsArriveInTime = defineRule({
  id: 'CHK-L7-PERIOD',
  severity: 'info',
  step: 'L7',
  on: ['indicator'],
  source: norms.indicatorSheet,
  looksAt: [['ref formula', 'period', 'updateCycle'], { named: 'ref formula' }],
  *check(indicator, view) {
    const own = cycleRank(indicator.period)
    if (own === undefined) return
    const slower = operandsOf(indicator).flatMap(({ id }) => {
      const operand = view.get(id ?? '')
      const rank = cycleRank(textIn(operand, operand?.kind === 'indicator' ? 'period' : 'updateCycle'))
      return operand !== undefined && rank !== undefined && rank > own ? [operand.id] : []
    })
    if (slower.length > 0) yield { field: 'period', values: namesOf(slower, view) }
  },
})
