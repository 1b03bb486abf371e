import { PersistentMap } from '../base/persistent-map.ts'
import type { Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import type { Index } from './define-index.ts'

/** What an element contributes to an index: entries under keys. */
export interface Entry<E> {
  readonly key: string
  readonly entry: E
}

export type Groups<E> = PersistentMap<readonly E[]>

/**
 * An index of small sorted lists under keys. An edit touches only the lists whose members it changes; `compare` must be a
 * total order in which only equal entries are equal, so that building and updating give the same lists.
 */
export function groupedIndex<E>(
  id: string,
  entriesOf: (element: Element) => readonly Entry<E>[],
  compare: (a: E, b: E) => number,
): Index<Groups<E>> {
  return {
    id,
    build(snapshot: Snapshot) {
      const groups = new Map<string, E[]>()
      for (const element of snapshot.values()) for (const { key, entry } of entriesOf(element)) append(groups, key, entry)
      for (const group of groups.values()) if (group.length > 1) group.sort(compare)
      return PersistentMap.from<readonly E[]>(groups)
    },
    update(current: Groups<E>, delta: Delta) {
      const gone = new Map<string, E[]>()
      const come = new Map<string, E[]>()
      for (const [before, after] of delta.values()) {
        const old = before ? entriesOf(before) : []
        const now = after ? entriesOf(after) : []
        for (const one of old) if (!holds(now, one, compare)) append(gone, one.key, one.entry)
        for (const one of now) if (!holds(old, one, compare)) append(come, one.key, one.entry)
      }
      const keys = new Set([...gone.keys(), ...come.keys()])
      return current.with(
        Array.from(keys, key => [key, regrouped(current.get(key) ?? [], gone.get(key) ?? [], come.get(key) ?? [], compare)] as const),
      )
    },
  }
}

function append<E>(groups: Map<string, E[]>, key: string, entry: E): void {
  const group = groups.get(key)
  if (group) group.push(entry)
  else groups.set(key, [entry])
}

const holds = <E>(entries: readonly Entry<E>[], one: Entry<E>, compare: (a: E, b: E) => number): boolean =>
  entries.some(other => other.key === one.key && compare(other.entry, one.entry) === 0)

function regrouped<E>(group: readonly E[], gone: E[], come: E[], compare: (a: E, b: E) => number): readonly E[] | undefined {
  gone.sort(compare)
  come.sort(compare)
  const result: E[] = []
  let next = 0
  let out = 0
  for (const entry of group) {
    const leaving = gone[out]
    if (leaving !== undefined && compare(leaving, entry) === 0) {
      out++
      continue
    }
    for (let one = come[next]; one !== undefined && compare(one, entry) < 0; one = come[++next]) result.push(one)
    result.push(entry)
  }
  // One by one: as arguments of a single call, an import of a million would not fit on the stack.
  for (const entry of come.slice(next)) result.push(entry)
  return result.length > 0 ? result : undefined
}
