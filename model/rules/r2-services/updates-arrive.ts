import { labelOf } from '../../code-lists/index.ts'
import type { View } from '../../method/define-fact.ts'
import { textIn } from '../../method/reading.ts'
import type { Line } from '../../schema/element.ts'
import { cycleRank } from '../cycles.ts'
import { defineRule, type Found } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** Data that come later than declared do not count as shared. */
export const updatesArrive = defineRule({
  id: 'CHK-R2-FRESH',
  severity: 'warning',
  step: 'R2',
  on: ['service'],
  source: norms.monitoring,
  looksAt: [['ref resource', 'updateCycle'], thresholdSettings],
  *check({ actualCycle, resource, runs }, view) {
    const declared = textIn(view.get(resource ?? ''), 'updateCycle')
    const [actual, promised] = [cycleRank(actualCycle), cycleRank(declared)]
    if (actual !== undefined && promised !== undefined && actual > promised)
      yield {
        field: 'actualCycle',
        values: { case: 'cycle', actual: labelOf('updateCycle', actualCycle ?? ''), promised: labelOf('updateCycle', declared) },
      }
    yield* late(latest(runs ?? []), view)
  },
})

/** The run that was counted last; without dates the last line. */
function latest(runs: readonly Line[]): Line | undefined {
  return runs.reduce<Line | undefined>((last, run) => (String(run['date'] ?? '') >= String(last?.['date'] ?? '') ? run : last), undefined)
}

function* late(run: Line | undefined, view: View): Iterable<Found> {
  const [updates, expected] = [Number(run?.['updates']), Number(run?.['expected'])]
  if (!(expected > 0) || !(updates >= 0)) return
  const rate = Math.floor((updates * 100) / expected)
  if (rate < thresholdIn(view, 'updateRate')) yield { field: 'runs', values: { case: 'rate', rate, updates, expected } }
}
