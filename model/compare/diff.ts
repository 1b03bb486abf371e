import { same } from '../base/json.ts'
import type { Change, Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'
import type { ElementId } from '../schema/element.ts'

/** The delta that leads from one snapshot to another. Time grows with what differs when one came from the other. */
export function diff(from: Snapshot, to: Snapshot): Delta {
  const delta = new Map<ElementId, Change>()
  from.visitDifferences(to, (id, before, after) => {
    if (!same(before, after)) delta.set(id, [before, after])
  })
  return delta
}
