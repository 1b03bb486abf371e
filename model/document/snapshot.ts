import { PersistentMap } from '../base/persistent-map.ts'
import type { Element } from '../schema/element.ts'

/** A document at one moment: its elements by id. Never changes; an edit gives another. */
export type Snapshot = PersistentMap<Element>

export const emptySnapshot: Snapshot = PersistentMap.empty()

export const snapshotOf = (elements: Iterable<Element>): Snapshot => PersistentMap.from(withIds(elements))

function* withIds(elements: Iterable<Element>): Iterable<readonly [string, Element]> {
  for (const element of elements) yield [element.id, element]
}
