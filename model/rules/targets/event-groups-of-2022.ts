import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn } from '../thresholds.ts'
import { countReadings, eventGroupsBelow } from './counts.ts'

/** By the end of 2022 four fifths of the core business event groups of the main domains are built. */
export const eventGroupsOf2022 = defineRule({
  id: 'CHK-TARGET-T07',
  severity: 'warning',
  step: 'X',
  on: ['document'],
  source: `${norms.plan}（T07）`,
  looksAt: countReadings,
  check: (_, view) => eventGroupsBelow(thresholdIn(view, 'eventGroups2022'), view),
})
