import type { Rule } from '../define-rule.ts'
import { branchesHaveConditions } from './branches-have-conditions.ts'
import { flowCanBeWalked } from './flow-can-be-walked.ts'
import { flowCarriesData } from './flow-carries-data.ts'
import { flowHasSteps } from './flow-has-steps.ts'
import { itemInAFlow } from './item-in-a-flow.ts'
import { linkStaysInItsFlow } from './link-stays-in-its-flow.ts'
import { stepHasAnOrganisation } from './step-has-an-organisation.ts'
import { stepsWithinThePromise } from './steps-within-the-promise.ts'
import { subFlowIsNamed } from './sub-flow-is-named.ts'
import { taskBelongsToAnItem } from './task-belongs-to-an-item.ts'

/** 确定业务流程. */
export const flowRules: readonly Rule[] = [
  branchesHaveConditions,
  flowCanBeWalked,
  flowCarriesData,
  flowHasSteps,
  itemInAFlow,
  linkStaysInItsFlow,
  stepHasAnOrganisation,
  stepsWithinThePromise,
  subFlowIsNamed,
  taskBelongsToAnItem,
]
