import type { Element, ElementId } from '../schema/element.ts'
import type { Delta } from './delta.ts'
import type { Snapshot } from './snapshot.ts'

/** A reference as seen from its target: who refers, through which field. */
export interface Referrer {
  readonly from: ElementId
  readonly kind: string
  readonly field: string
}

/** What can be asked of a document besides its elements. Answers are in a stable order. */
export interface Lookups {
  /** Elements owned by this one, in their order; without owner for `undefined`. */
  readonly ownedBy: (owner: ElementId, kind?: string) => readonly ElementId[]
  readonly referrersOf: (target: ElementId, kind?: string, field?: string) => readonly Referrer[]
  readonly allOf: (kind: string) => Iterable<ElementId>
  readonly countOf: (kind: string) => number
  /** Elements whose name has this compare key. */
  readonly named: (name: string) => readonly ElementId[]
  readonly coded: (code: string) => readonly ElementId[]
  /** Elements whose formula uses this name without knowing what it means. */
  readonly unresolved: (name: string) => readonly ElementId[]
}

/** A document with its lookups, at one moment. */
export interface DocumentState {
  readonly snapshot: Snapshot
  readonly lookups: Lookups
  /** The same answers for a pass that asks about everything: each comes faster, after flat copies are made. */
  readonly passLookups: () => Lookups
}

/** Makes lookups for a snapshot and keeps them true: `next(state, delta)` equals `start(apply(state.snapshot, delta))`. */
export interface LookUp {
  readonly start: (snapshot: Snapshot) => DocumentState
  readonly next: (state: DocumentState, delta: Delta) => DocumentState
}

export type ElementReader = (id: ElementId) => Element | undefined
