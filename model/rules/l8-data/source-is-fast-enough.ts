import { labelOf } from '../../code-lists/index.ts'
import { textIn } from '../../method/reading.ts'
import { cycleRank } from '../cycles.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is wanted daily does not come from what is renewed once a month. */
export const sourceIsFastEnough = defineRule({
  id: 'CHK-L8-CYCLE',
  severity: 'warning',
  step: 'L8',
  on: ['requirement'],
  source: norms.application,
  looksAt: [['ref dataItem', 'updateCycle']],
  *check({ cycle, dataItem }, { get }) {
    const given = textIn(get(dataItem ?? ''), 'updateCycle')
    const [wanted, offered] = [cycleRank(cycle), cycleRank(given)]
    if (cycle !== undefined && wanted !== undefined && offered !== undefined && wanted < offered)
      yield { field: 'cycle', values: { wanted: labelOf('updateCycle', cycle), given: labelOf('updateCycle', given) } }
  },
})
