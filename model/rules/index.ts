import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import { asFact, type Rule } from './define-rule.ts'
import { itemInAFlow } from './l5-flow/item-in-a-flow.ts'
import { itemMeasured } from './l7-indicators/item-measured.ts'
import { personalInformation } from './l8-data/personal-information.ts'
import { personalInformationLevel } from './l8-data/personal-information-level.ts'
import { authorisedTopLevel } from './l8-data/authorised-top-level.ts'
import { structuredFirst } from './r1-sharing/structured-first.ts'
import { blockedWithReason } from './r1-sharing/blocked-with-reason.ts'
import { acrossNetworksByARoute } from './r1-sharing/across-networks-by-a-route.ts'
import { sharingSatisfaction } from './targets/sharing-satisfaction.ts'
import { minuteSatisfaction } from './targets/minute-satisfaction.ts'

export type { Finding, Rule, Severity } from './define-rule.ts'

/** What is wrong but may stay, by step. */
export const rules: readonly Rule[] = [
  itemInAFlow,
  itemMeasured,
  personalInformation,
  personalInformationLevel,
  authorisedTopLevel,
  structuredFirst,
  blockedWithReason,
  acrossNetworksByARoute,
  sharingSatisfaction,
  minuteSatisfaction,
]

function targetsOf(element: Element): readonly ElementId[] {
  const kind = kindOf(element.kind)
  return kind ? referencesOf(kind, element).map(one => one.to) : []
}

/** The rules as facts, for the engine that keeps them true. */
export const ruleFacts = rules.map(rule => asFact(rule, targetsOf))
