import type { Rule } from '../define-rule.ts'
import { feeHasABasis } from './fee-has-a-basis.ts'
import { itemCodesFit } from './item-codes-fit.ts'
import { itemHasABasis } from './item-has-a-basis.ts'
import { itemHasALead } from './item-has-a-lead.ts'
import { itemHasNeeds } from './item-has-needs.ts'
import { itemHasOneLead } from './item-has-one-lead.ts'
import { itemHasTriggerAndResult } from './item-has-trigger-and-result.ts'
import { itemIsFlagged } from './item-is-flagged.ts'
import { itemIsSmallEnough } from './item-is-small-enough.ts'
import { itemIsSorted } from './item-is-sorted.ts'
import { leadActsAtItsLevel } from './lead-acts-at-its-level.ts'
import { leadDoesNotAssist } from './lead-does-not-assist.ts'
import { namesTellItemsApart } from './names-tell-items-apart.ts'
import { promiseWithinTheLaw } from './promise-within-the-law.ts'
import { usedDataAreNeeds } from './used-data-are-needs.ts'

/** 梳理业务事项. */
export const itemRules: readonly Rule[] = [
  feeHasABasis,
  itemCodesFit,
  itemHasABasis,
  itemHasALead,
  itemHasNeeds,
  itemHasOneLead,
  itemHasTriggerAndResult,
  itemIsFlagged,
  itemIsSmallEnough,
  itemIsSorted,
  leadActsAtItsLevel,
  leadDoesNotAssist,
  namesTellItemsApart,
  promiseWithinTheLaw,
  usedDataAreNeeds,
]
