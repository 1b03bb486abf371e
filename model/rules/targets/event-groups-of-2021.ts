import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn } from '../thresholds.ts'
import { countReadings, eventGroupsBelow } from './counts.ts'

/** By the end of 2021 two fifths of the core business event groups of the main domains are built. */
export const eventGroupsOf2021 = defineRule({
  id: 'CHK-TARGET-T06',
  severity: 'warning',
  step: 'X',
  on: ['document'],
  source: `${norms.plan}（T06）`,
  looksAt: countReadings,
  check: (_, view) => eventGroupsBelow(thresholdIn(view, 'eventGroups2021'), view),
})
