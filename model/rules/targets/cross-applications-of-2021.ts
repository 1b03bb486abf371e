import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn } from '../thresholds.ts'
import { applicationsBelow, countReadings } from './counts.ts'

/** In 2021 three applications join several departments and businesses. */
export const crossApplicationsOf2021 = defineRule({
  id: 'CHK-TARGET-T26',
  severity: 'warning',
  step: 'X',
  on: ['document'],
  source: `${norms.plan}（T26）`,
  looksAt: countReadings,
  check: (_, view) => applicationsBelow(thresholdIn(view, 'crossApplications2021'), view),
})
