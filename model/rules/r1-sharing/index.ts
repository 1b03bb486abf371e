import type { Rule } from '../define-rule.ts'
import { acrossNetworksByARoute } from './across-networks-by-a-route.ts'
import { blockedWithAReason } from './blocked-with-a-reason.ts'
import { conditionIsWritten } from './condition-is-written.ts'
import { dataFromAboveFlowBack } from './data-from-above-flow-back.ts'
import { entryHasTwoSides } from './entry-has-two-sides.ts'
import { entryIsListed } from './entry-is-listed.ts'
import { everyConsumerHasAnEntry } from './every-consumer-has-an-entry.ts'
import { notSharedIsNotConnected } from './not-shared-is-not-connected.ts'
import { notSharedIsNotOpen } from './not-shared-is-not-open.ts'
import { oneEntryPerConsumer } from './one-entry-per-consumer.ts'
import { providerIsTheSource } from './provider-is-the-source.ts'
import { resourceSharesLikeItsItems } from './resource-shares-like-its-items.ts'
import { sharedRequirementHasAnEntry } from './shared-requirement-has-an-entry.ts'
import { stateFitsTheApplication } from './state-fits-the-application.ts'
import { structuredFirst } from './structured-first.ts'
import { tagsAreShort } from './tags-are-short.ts'

/** 形成数据共享清单. */
export const sharingRules: readonly Rule[] = [
  acrossNetworksByARoute,
  blockedWithAReason,
  conditionIsWritten,
  dataFromAboveFlowBack,
  entryHasTwoSides,
  entryIsListed,
  everyConsumerHasAnEntry,
  notSharedIsNotConnected,
  notSharedIsNotOpen,
  oneEntryPerConsumer,
  providerIsTheSource,
  resourceSharesLikeItsItems,
  sharedRequirementHasAnEntry,
  stateFitsTheApplication,
  structuredFirst,
  tagsAreShort,
]
