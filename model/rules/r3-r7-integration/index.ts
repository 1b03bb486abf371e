import type { Rule } from '../define-rule.ts'
import { acceptedWhenReady } from './accepted-when-ready.ts'
import { indicatorIsReady } from './indicator-is-ready.ts'
import { itemIsReady } from './item-is-ready.ts'
import { mandatoryComponentsAreUsed } from './mandatory-components-are-used.ts'
import { moduleIsReady } from './module-is-ready.ts'
import { readySystemIsAccepted } from './ready-system-is-accepted.ts'
import { systemIsReady } from './system-is-ready.ts'
import { systemsCoverTheBusiness } from './systems-cover-the-business.ts'
import { targetSystemCoversSomething } from './target-system-covers-something.ts'
import { unitIsReady } from './unit-is-ready.ts'

/** 指标、事项、单元、模块、系统集成. */
export const integrationRules: readonly Rule[] = [
  acceptedWhenReady,
  indicatorIsReady,
  itemIsReady,
  mandatoryComponentsAreUsed,
  moduleIsReady,
  readySystemIsAccepted,
  systemIsReady,
  systemsCoverTheBusiness,
  targetSystemCoversSomething,
  unitIsReady,
]
