import type { Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'
import type { Element, ElementId } from '../schema/element.ts'

/** Two edited copies of one base, and what each of them did. */
export interface Branches {
  readonly base: Snapshot
  readonly ours: Snapshot
  readonly theirs: Snapshot
  readonly did: { readonly ours: Delta; readonly theirs: Delta }
}

/** The merged document in the making: what differs from the base, by id; undefined for what is not in it. */
export type Merged = Map<ElementId, Element | undefined>
