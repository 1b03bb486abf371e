import type { Element, ElementId, FieldValue } from '../schema/element.ts'

/** One of the two edited copies of a base. */
export type Side = 'ours' | 'theirs'

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours')

/**
 * Where two copies contradict each other. Until somebody chooses, the merged document holds what cannot lose anything: the
 * value of the base where both changed one field, the element where one side removed it and the other still needs it.
 * `id` names the same conflict again when the same three documents are merged again.
 */
export type Conflict = FieldConflict | RemovedConflict | ElementConflict | CycleConflict | DocumentsConflict | LeftOutConflict

/** Both changed one field, each to something else. A move is the field `owner`, a place among siblings `order`. */
export interface FieldConflict {
  readonly code: 'field'
  readonly id: string
  readonly element: ElementId
  readonly field: string
  readonly base: FieldValue | undefined
  readonly ours: FieldValue | undefined
  readonly theirs: FieldValue | undefined
}

/** One side removed it; the other edited it, put something into it or began to refer to it. */
export interface RemovedConflict {
  readonly code: 'removed'
  readonly id: string
  readonly element: ElementId
  readonly removedBy: Side
  readonly edited: boolean
  /** Elements of the other side that stand in it or refer to it. */
  readonly neededBy: readonly ElementId[]
}

/** Both sides have an element of this id that cannot be merged by field: made separately, or of another kind. */
export interface ElementConflict {
  readonly code: 'element'
  readonly id: string
  readonly element: ElementId
  readonly base: Element | undefined
  readonly ours: Element
  readonly theirs: Element
}

/** Moves that are fine alone put these elements into one another. Unresolved, they stay where the base had them. */
export interface CycleConflict {
  readonly code: 'owner-cycle'
  readonly id: string
  readonly elements: readonly ElementId[]
}

/** A document is described by one element, and the two copies bring one each. */
export interface DocumentsConflict {
  readonly code: 'two-documents'
  readonly id: string
  readonly elements: readonly ElementId[]
}

/**
 * What stood in an element or depended on one that is now another's, or gone, and has no place without it. It comes back when
 * the conflict about that element is decided for its side.
 */
export interface LeftOutConflict {
  readonly code: 'left-out'
  readonly id: string
  readonly element: ElementId
  readonly without: ElementId
}

/** Conflict id to the side that is to be followed. What is not in it stays unresolved. */
export type Choices = ReadonlyMap<string, Side>
