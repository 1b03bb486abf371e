import type { ElementId } from '../../schema/element.ts'

/** Why elements may be one and the same: `twoNames` for one concept, `twoSources` for one datum. */
export type DuplicateReason = 'sameName' | 'sameCode' | 'samePinyin' | 'synonym' | 'twoNames' | 'twoSources' | 'nearName'

/** Elements of one kind that may be one and the same. */
export interface DuplicateGroup {
  readonly kind: string
  readonly reason: DuplicateReason
  /** From 0 to 1: how sure this is. */
  readonly score: number
  /** In natural order. */
  readonly elements: readonly ElementId[]
}
