import { PersistentMap } from '../base/persistent-map.ts'
import type { ElementId } from '../schema/element.ts'
import { defineIndex } from './define-index.ts'

type Ids = PersistentMap<true>

/** Kind to the ids of its elements. Maps, not lists: a kind may have half a million elements and an edit must not copy them. */
export const byKind = defineIndex<PersistentMap<Ids>>({
  id: 'by-kind',
  build(snapshot) {
    const ids = new Map<string, (readonly [ElementId, true])[]>()
    for (const { id, kind } of snapshot.values()) {
      const known = ids.get(kind)
      if (known) known.push([id, true])
      else ids.set(kind, [[id, true]])
    }
    return PersistentMap.from(Array.from(ids, ([kind, entries]) => [kind, PersistentMap.from(entries)] as const))
  },
  update(current, delta) {
    const changes = new Map<string, (readonly [ElementId, true | undefined])[]>()
    const note = (kind: string, id: ElementId, there: true | undefined): void => {
      const known = changes.get(kind)
      if (known) known.push([id, there])
      else changes.set(kind, [[id, there]])
    }
    for (const [id, [before, after]] of delta) {
      if (before?.kind === after?.kind) continue
      if (before) note(before.kind, id, undefined)
      if (after) note(after.kind, id, true)
    }
    return current.with(
      Array.from(changes, ([kind, entries]) => {
        const ids = (current.get(kind) ?? PersistentMap.empty<true>()).with(entries)
        return [kind, ids.size > 0 ? ids : undefined] as const
      }),
    )
  },
})
