import { err, ok, type Result } from '#model/base/result.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Element } from '#model/schema/element.ts'

/** Why an ELEMENT on the command line means nothing, or too much. */
export interface NotFound {
  readonly code: 'element-not-found' | 'element-ambiguous'
  readonly written: string
  readonly candidates: readonly Element[]
}

/** The element with this id, else code, else name. Several hits are listed, never chosen from. Source: contracts C5.1. */
export function findElement({ snapshot, lookups }: DocumentState, written: string, kinds?: readonly string[]): Result<Element, NotFound> {
  const own = snapshot.get(written.trim())
  if (own) return ok(own)
  for (const ids of [lookups.coded(written), lookups.named(written)]) {
    const found = ids
      .map(id => snapshot.get(id))
      .filter(element => element !== undefined && (kinds === undefined || kinds.includes(element.kind))) as Element[]
    const [first, ...others] = withoutShadows(found)
    if (first && others.length === 0) return ok(first)
    if (first) return err({ code: 'element-ambiguous', written, candidates: found })
  }
  return err({ code: 'element-not-found', written, candidates: [] })
}

/** A requirement bears the name of its data item; whoever says the name means the data item. */
function withoutShadows(found: readonly Element[]): readonly Element[] {
  const ids = new Set(found.map(element => element.id))
  return found.filter(element => element.kind !== 'requirement' || typeof element['dataItem'] !== 'string' || !ids.has(element['dataItem']))
}
