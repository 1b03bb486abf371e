import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn } from '../thresholds.ts'
import { applicationsBelow, countReadings } from './counts.ts'

/** In 2022 six applications join several departments and businesses. */
export const crossApplicationsOf2022 = defineRule({
  id: 'CHK-TARGET-T27',
  severity: 'warning',
  step: 'X',
  on: ['document'],
  source: `${norms.plan}（T27）`,
  looksAt: countReadings,
  check: (_, view) => applicationsBelow(thresholdIn(view, 'crossApplications2022'), view),
})
