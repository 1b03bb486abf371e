import { invariant } from '../base/invariant.ts'
import { same } from '../base/json.ts'
import type { Element, ElementId } from '../schema/element.ts'
import type { Snapshot } from './snapshot.ts'

/** One element before and after an edit. No before: added. No after: removed. Never neither. */
export type Change = readonly [before: Element | undefined, after: Element | undefined]

/** Everything an edit did. The only form in which changes are undone, compared, merged, stored or sent. */
export type Delta = ReadonlyMap<ElementId, Change>

export const emptyDelta: Delta = new Map()

export function invert(delta: Delta): Delta {
  return new Map(Array.from(delta, ([id, [before, after]]) => [id, [after, before]] as const))
}

/** One delta that does what `earlier` and then `later` do. */
export function compose(earlier: Delta, later: Delta): Delta {
  const result = new Map(earlier)
  for (const [id, [before, after]] of later) {
    const known = result.get(id)
    const start = known ? known[0] : before
    if (same(start, after)) result.delete(id)
    else result.set(id, [start, after])
  }
  return result
}

/** Throws `InvariantError` when the delta was made for another state of the document. */
export function apply(snapshot: Snapshot, delta: Delta): Snapshot {
  for (const [id, [before]] of delta) invariant(same(snapshot.get(id), before), `delta does not fit at ${id}`)
  return snapshot.with(Array.from(delta, ([id, [, after]]) => [id, after] as const))
}
