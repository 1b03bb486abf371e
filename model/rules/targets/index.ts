import type { Rule } from '../define-rule.ts'
import { crossApplicationsOf2021 } from './cross-applications-of-2021.ts'
import { crossApplicationsOf2022 } from './cross-applications-of-2022.ts'
import { eventGroupsOf2021 } from './event-groups-of-2021.ts'
import { eventGroupsOf2022 } from './event-groups-of-2022.ts'
import { minuteSatisfactionReachesItsTarget } from './minute-satisfaction-reaches-its-target.ts'
import { satisfactionReachesItsTarget } from './satisfaction-reaches-its-target.ts'

/** 方案的定量目标. */
export const targetRules: readonly Rule[] = [
  crossApplicationsOf2021,
  crossApplicationsOf2022,
  eventGroupsOf2021,
  eventGroupsOf2022,
  minuteSatisfactionReachesItsTarget,
  satisfactionReachesItsTarget,
]
