import { keyBetween } from '#model/base/order-key.ts'
import type { Draft } from '#model/document/draft.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { ElementId } from '#model/schema/element.ts'

/** Gives elements places among their siblings: behind the row above where that has the same owner, else at the end. */
export interface Placing {
  /** An order key below an owner, behind `after` if that is one of its elements. */
  readonly keyFor: (owner: ElementId, after: ElementId | undefined) => string
}

export function openPlacing(draft: Draft, { lookups }: DocumentState): Placing {
  const taken = new Map<ElementId, string[]>()
  const keysOf = (owner: ElementId): string[] => {
    const known = taken.get(owner)
    if (known) return known
    const keys = lookups.ownedBy(owner).flatMap(id => draft.get(id)?.order ?? [])
    taken.set(owner, keys.sort())
    return keys
  }
  return {
    keyFor(owner, after) {
      const keys = keysOf(owner)
      const above = after === undefined ? undefined : draft.get(after)
      const low = above?.owner === owner ? (above.order ?? keys.at(-1)) : keys.at(-1)
      const at = low === undefined ? 0 : firstAbove(keys, low)
      const key = keyBetween(low, keys[at])
      keys.splice(at, 0, key)
      return key
    },
  }
}

/** Where the first key above stands; keys are sorted. */
function firstAbove(keys: readonly string[], low: string): number {
  let [from, to] = [0, keys.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((keys[middle] ?? '') <= low) from = middle + 1
    else to = middle
  }
  return from
}
