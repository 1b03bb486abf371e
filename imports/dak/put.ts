import type { Draft } from '#model/document/draft.ts'
import type { Element, ElementId, FieldValue } from '#model/schema/element.ts'

/** An element as a kit gives it; without an id, which it keeps where it is there already. */
export interface Given {
  readonly kind: string
  readonly name: string
  readonly code?: string
  readonly owner?: ElementId
  readonly order?: string
  readonly [field: string]: FieldValue | undefined
}

/** Adds an element, or changes the one of the same kind, code and name, so that a kit taken in twice changes nothing. */
export type Put = (given: Given) => ElementId

export function openPutting(draft: Draft): Put {
  const waiting = new Map<string, Map<string, ElementId[]>>()
  const keyOf = ({ kind, name, code, owner }: Given | Element): string =>
    // What has a code is known by it wherever it stands; headings are known by their place.
    JSON.stringify([name, code ?? '', kind === 'unit' || kind === 'module' ? owner : ''])
  const before = (kind: string): Map<string, ElementId[]> => {
    const known = waiting.get(kind)
    if (known) return known
    const found = new Map<string, ElementId[]>()
    for (const id of draft.lookups().allOf(kind)) {
      const element = draft.get(id)
      if (element) found.set(keyOf(element), [...(found.get(keyOf(element)) ?? []), id].sort())
    }
    waiting.set(kind, found)
    return found
  }
  return given => {
    const id = before(given.kind).get(keyOf(given))?.shift()
    if (id === undefined) {
      const added = draft.newId()
      draft.add({ ...given, id: added })
      return added
    }
    const { kind: _kind, owner: _owner, order: _order, ...fields } = given
    draft.set(id, fields)
    return id
  }
}
