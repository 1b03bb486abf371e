import type { Rule } from '../define-rule.ts'
import { oneThingJoinsDepartments } from './one-thing-joins-departments.ts'
import { sceneHasItsElements } from './scene-has-its-elements.ts'
import { taskIsAssigned } from './task-is-assigned.ts'
import { threeListsFit } from './three-lists-fit.ts'

/** 场景、任务、三张清单. */
export const sceneRules: readonly Rule[] = [oneThingJoinsDepartments, sceneHasItsElements, taskIsAssigned, threeListsFit]
