import { asFact, type Rule } from './define-rule.ts'
import { everywhereRules } from './everywhere/index.ts'
import { coreBusinessRules } from './l1-core-business/index.ts'
import { moduleRules } from './l2-modules/index.ts'
import { unitRules } from './l3-units/index.ts'
import { itemRules } from './l4-items/index.ts'
import { flowRules } from './l5-flows/index.ts'
import { collaborationRules } from './l6-collaborations/index.ts'
import { indicatorRules } from './l7-indicators/index.ts'
import { dataRules } from './l8-data/index.ts'
import { sharingRules } from './r1-sharing/index.ts'
import { serviceRules } from './r2-services/index.ts'
import { integrationRules } from './r3-r7-integration/index.ts'
import { sceneRules } from './scenes/index.ts'
import { targetRules } from './targets/index.ts'

export type { Finding, Fix, Rule, Severity, Values } from './define-rule.ts'
export { type Kept, promises } from './promises.ts'
export { type Threshold, type ThresholdKey, thresholds } from './thresholds.ts'

/** What is wrong but may stay, in the order of the steps. */
export const rules: readonly Rule[] = [
  ...coreBusinessRules,
  ...moduleRules,
  ...unitRules,
  ...itemRules,
  ...flowRules,
  ...collaborationRules,
  ...indicatorRules,
  ...dataRules,
  ...sharingRules,
  ...serviceRules,
  ...integrationRules,
  ...targetRules,
  ...sceneRules,
  ...everywhereRules,
]

/** The rules as facts, for the engine that keeps them true. */
export const ruleFacts = rules.map(asFact)
