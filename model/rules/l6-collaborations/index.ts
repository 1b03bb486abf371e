import type { Rule } from '../define-rule.ts'
import { collaborationIsComplete } from './collaboration-is-complete.ts'
import { declaredHasEvidence } from './declared-has-evidence.ts'
import { declaredOnce } from './declared-once.ts'
import { flowShowsThePartners } from './flow-shows-the-partners.ts'
import { handOverIsDeclared } from './hand-over-is-declared.ts'
import { sharedDataAreNamed } from './shared-data-are-named.ts'
import { twoSides } from './two-sides.ts'

/** 明确协同关系. */
export const collaborationRules: readonly Rule[] = [
  collaborationIsComplete,
  declaredHasEvidence,
  declaredOnce,
  flowShowsThePartners,
  handOverIsDeclared,
  sharedDataAreNamed,
  twoSides,
]
