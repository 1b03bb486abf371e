import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import { asFact, type Rule } from './define-rule.ts'
import { basisOfCoreBusiness } from './l1-core-business/basis-of-core-business.ts'
import { coreBusinessExists } from './l1-core-business/core-business-exists.ts'
import { coreBusinessHasModules } from './l1-core-business/core-business-has-modules.ts'
import { leadOfCoreBusiness } from './l1-core-business/lead-of-core-business.ts'
import { moduleHasUnits } from './l2-module/module-has-units.ts'
import { moduleOfMoreThanOneUnit } from './l2-module/module-of-more-than-one-unit.ts'
import { unitHasItems } from './l3-unit/unit-has-items.ts'
import { basisOfItem } from './l4-item/basis-of-item.ts'
import { governanceOrService } from './l4-item/governance-or-service.ts'
import { itemNamedOnce } from './l4-item/item-named-once.ts'
import { itemNamesItsData } from './l4-item/item-names-its-data.ts'
import { itemOfOnePiece } from './l4-item/item-of-one-piece.ts'
import { leadAtItsLevel } from './l4-item/lead-at-its-level.ts'
import { leadOfItem } from './l4-item/lead-of-item.ts'
import { needsAreComplete } from './l4-item/needs-are-complete.ts'
import { everyStepOnAPath } from './l5-flow/every-step-on-a-path.ts'
import { flowHasSteps } from './l5-flow/flow-has-steps.ts'
import { itemInAFlow } from './l5-flow/item-in-a-flow.ts'
import { stepHasADepartment } from './l5-flow/step-has-a-department.ts'
import { collaborationHasEvidence } from './l6-collaboration/collaboration-has-evidence.ts'
import { endsOfCollaboration } from './l6-collaboration/ends-of-collaboration.ts'
import { handoverIsDeclared } from './l6-collaboration/handover-is-declared.ts'
import { severalDepartmentsInTheFlow } from './l6-collaboration/several-departments-in-the-flow.ts'
import { filtersAreNeeds } from './l7-indicators/filters-are-needs.ts'
import { formulaCanBeRead } from './l7-indicators/formula-can-be-read.ts'
import { indicatorIsACard } from './l7-indicators/indicator-is-a-card.ts'
import { indicatorMeasuresSomething } from './l7-indicators/indicator-measures-something.ts'
import { itemMeasured } from './l7-indicators/item-measured.ts'
import { authorisedTopLevel } from './l8-data/authorised-top-level.ts'
import { noSecondCollection } from './l8-data/no-second-collection.ts'
import { personalInformation } from './l8-data/personal-information.ts'
import { personalInformationLevel } from './l8-data/personal-information-level.ts'
import { personalInformationNotOpen } from './l8-data/personal-information-not-open.ts'
import { requiredOnce } from './l8-data/required-once.ts'
import { requirementIsUsed } from './l8-data/requirement-is-used.ts'
import { sourceIsKnown } from './l8-data/source-is-known.ts'
import { sourceOwnsItsSystem } from './l8-data/source-owns-its-system.ts'
import { standardDataElement } from './l8-data/standard-data-element.ts'
import { usedDataAreRequired } from './l8-data/used-data-are-required.ts'
import { acrossNetworksByARoute } from './r1-sharing/across-networks-by-a-route.ts'
import { blockedWithReason } from './r1-sharing/blocked-with-reason.ts'
import { conditionsAreStated } from './r1-sharing/conditions-are-stated.ts'
import { entryIsComplete } from './r1-sharing/entry-is-complete.ts'
import { notSharedNotOpen } from './r1-sharing/not-shared-not-open.ts'
import { requirementIsListed } from './r1-sharing/requirement-is-listed.ts'
import { resourceFollowsItsItems } from './r1-sharing/resource-follows-its-items.ts'
import { returnedFromAbove } from './r1-sharing/returned-from-above.ts'
import { structuredFirst } from './r1-sharing/structured-first.ts'
import { asFreshAsPromised } from './r2-service/as-fresh-as-promised.ts'
import { interfaceIsReferenced } from './r2-service/interface-is-referenced.ts'
import { acceptedWhenReady } from './r7-system/accepted-when-ready.ts'
import { systemCoversEveryModule } from './r7-system/system-covers-every-module.ts'
import { oneThingIsJoint } from './scenes/one-thing-is-joint.ts'
import { sceneIsComplete } from './scenes/scene-is-complete.ts'
import { taskHasItsParts } from './scenes/task-has-its-parts.ts'
import { threeListsFit } from './scenes/three-lists-fit.ts'
import { minuteSatisfaction } from './targets/minute-satisfaction.ts'
import { sharingSatisfaction } from './targets/sharing-satisfaction.ts'
import { basisInForce } from './text/basis-in-force.ts'
import { codesAreUnique } from './text/codes-are-unique.ts'
import { creditCodeChecks } from './text/credit-code-checks.ts'
import { namesAreThere } from './text/names-are-there.ts'
import { noInvisibleSigns } from './text/no-invisible-signs.ts'
import { noPersonalDataInTexts } from './text/no-personal-data-in-texts.ts'
import { valuesAreInTheirLists } from './text/values-are-in-their-lists.ts'

export type { Finding, Rule, Severity } from './define-rule.ts'

/** What is wrong but may stay, in the order of the V. */
export const rules: readonly Rule[] = [
  coreBusinessExists,
  basisOfCoreBusiness,
  leadOfCoreBusiness,
  coreBusinessHasModules,
  moduleHasUnits,
  moduleOfMoreThanOneUnit,
  unitHasItems,
  governanceOrService,
  leadOfItem,
  basisOfItem,
  itemNamesItsData,
  itemOfOnePiece,
  leadAtItsLevel,
  needsAreComplete,
  itemNamedOnce,
  itemInAFlow,
  flowHasSteps,
  everyStepOnAPath,
  stepHasADepartment,
  handoverIsDeclared,
  endsOfCollaboration,
  collaborationHasEvidence,
  severalDepartmentsInTheFlow,
  itemMeasured,
  formulaCanBeRead,
  filtersAreNeeds,
  indicatorIsACard,
  indicatorMeasuresSomething,
  personalInformation,
  personalInformationLevel,
  personalInformationNotOpen,
  authorisedTopLevel,
  sourceOwnsItsSystem,
  sourceIsKnown,
  standardDataElement,
  usedDataAreRequired,
  requiredOnce,
  noSecondCollection,
  requirementIsUsed,
  entryIsComplete,
  requirementIsListed,
  conditionsAreStated,
  notSharedNotOpen,
  resourceFollowsItsItems,
  blockedWithReason,
  acrossNetworksByARoute,
  returnedFromAbove,
  structuredFirst,
  interfaceIsReferenced,
  asFreshAsPromised,
  acceptedWhenReady,
  systemCoversEveryModule,
  sharingSatisfaction,
  minuteSatisfaction,
  threeListsFit,
  sceneIsComplete,
  taskHasItsParts,
  oneThingIsJoint,
  namesAreThere,
  noInvisibleSigns,
  codesAreUnique,
  valuesAreInTheirLists,
  creditCodeChecks,
  basisInForce,
  noPersonalDataInTexts,
]

function targetsOf(element: Element): readonly ElementId[] {
  const kind = kindOf(element.kind)
  return kind ? referencesOf(kind, element).map(one => one.to) : []
}

/** The rules as facts, for the engine that keeps them true. */
export const ruleFacts = rules.map(rule => asFact(rule, targetsOf))
