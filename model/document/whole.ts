import type { Element, ElementId } from '../schema/element.ts'
import type { ElementReader } from './lookups.ts'

/** Something that must never be in a document. */
export interface Breach {
  readonly code:
    | 'schema'
    | 'dangling-reference'
    | 'wrong-kind'
    | 'owner-gone'
    | 'owner-wrong-kind'
    | 'owner-cycle'
    | 'owner-missing'
    | 'two-documents'
  readonly element: ElementId
  readonly detail: string
}

/** What `breaches` needs to know of kinds, so that this room does not depend on the list of them. */
export interface Declarations {
  readonly parse: (element: Element) => string | undefined
  readonly references: (
    element: Element,
  ) => readonly { readonly field: string; readonly to: ElementId; readonly allowed: readonly string[] }[]
  readonly parents: (kind: string) => readonly string[]
  readonly needsOwner: (kind: string) => boolean
}

/** What these elements break: shape, references to nothing, ownership. An empty answer means they are whole. */
export function* breaches(elements: Iterable<Element>, get: ElementReader, declared: Declarations): Iterable<Breach> {
  let documents = 0
  for (const element of elements) {
    if (element.kind === 'document' && ++documents > 1) yield { code: 'two-documents', element: element.id, detail: element.name }
    const wrong = declared.parse(element)
    if (wrong !== undefined) yield { code: 'schema', element: element.id, detail: wrong }
    else yield* breachesOf(element, get, declared)
  }
}

function* breachesOf(element: Element, get: ElementReader, declared: Declarations): Iterable<Breach> {
  for (const { field, to, allowed } of declared.references(element)) {
    const target = get(to)
    if (target === undefined) yield { code: 'dangling-reference', element: element.id, detail: `${field} → ${to}` }
    else if (!allowed.includes(target.kind) && !allowed.includes('*'))
      yield { code: 'wrong-kind', element: element.id, detail: `${field} → ${target.kind}` }
  }
  yield* ownerBreaches(element, get, declared)
}

function* ownerBreaches(element: Element, get: ElementReader, declared: Declarations): Iterable<Breach> {
  if (element.owner === undefined) {
    if (declared.needsOwner(element.kind)) yield { code: 'owner-missing', element: element.id, detail: element.kind }
    return
  }
  const owner = get(element.owner)
  if (owner === undefined) yield { code: 'owner-gone', element: element.id, detail: element.owner }
  else if (!declared.parents(element.kind).includes(owner.kind)) yield { code: 'owner-wrong-kind', element: element.id, detail: owner.kind }
  const again = ownerMetAgain(element, get)
  if (again !== undefined) yield { code: 'owner-cycle', element: element.id, detail: again }
}

/** Owners above an element before it is worth remembering whom we met; no real document is so deep. */
const DEEP = 64

/** The first owner that comes up twice above an element, itself included. */
function ownerMetAgain(element: Element, get: ElementReader): ElementId | undefined {
  const seen = new Set<ElementId>()
  let depth = 0
  for (let above = ownerOf(element, get); above !== undefined; above = ownerOf(above, get)) {
    if (above.id === element.id || seen.has(above.id)) return above.id
    if (++depth > DEEP) seen.add(above.id)
  }
  return undefined
}

const ownerOf = ({ owner }: Element, get: ElementReader): Element | undefined => (owner === undefined ? undefined : get(owner))
