import type { Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'

/** A lookup kept true as the document changes. Law: `update(build(a), diff(a, b))` equals `build(b)`. */
export interface Index<T> {
  readonly id: string
  readonly build: (snapshot: Snapshot) => T
  readonly update: (current: T, delta: Delta) => T
}

export const defineIndex = <T>(index: Index<T>): Index<T> => index
