import { kindOf } from '../kinds/index.ts'
import type { View } from '../method/define-fact.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import type { Hop } from './paths.ts'

const none: readonly never[] = []

/** Elements from which these hops lead here. */
export function backwards(element: Element, hops: readonly Hop[], view: View, on: readonly string[]): ReadonlySet<ElementId> {
  let reached: ReadonlySet<ElementId> = new Set([element.id])
  for (const hop of [...hops].reverse()) {
    const next = new Set<ElementId>()
    for (const id of reached) {
      const here = id === element.id ? element : view.get(id)
      for (const other of here ? before(hop, here, view, on) : none) next.add(other)
    }
    reached = next
  }
  return reached
}

/** Elements from which one hop leads to this one. */
function before({ way, kind, field }: Hop, element: Element, view: View, on: readonly string[]): Iterable<ElementId> {
  if (kind !== undefined && element.kind !== kind) return none
  const { lookups } = view
  switch (way) {
    case 'owner':
      return lookups.ownedBy(element.id)
    case 'owned':
      return element.owner === undefined ? none : [element.owner]
    case 'ref':
      return referrersThrough(element.id, field ?? '', view)
    case 'every':
      return reachedAgain(element.id, id => referrersThrough(id, field ?? '', view))
    case 'by':
      return targetsOf(element, field)
    case 'all':
      return on.flatMap(one => [...lookups.allOf(one)])
    case 'name':
      return [...lookups.named(element.name), ...(typeof element['shortName'] === 'string' ? lookups.named(element['shortName']) : none)]
    case 'code':
      return element.code === undefined ? none : lookups.coded(element.code)
    case 'awaited':
      return [...lookups.unresolved(element.name), ...(element.code === undefined ? none : lookups.unresolved(element.code))]
  }
}

const referrersThrough = (id: ElementId, field: string, view: View): readonly ElementId[] =>
  view.lookups
    .referrersOf(id)
    .filter(one => one.field === field)
    .map(one => one.from)

/** What an element refers to, through one field or any. */
export function targetsOf(element: Element, field: string | undefined): readonly ElementId[] {
  const kind = kindOf(element.kind)
  const all = kind ? referencesOf(kind, element) : []
  return all.filter(one => field === undefined || one.field === field).map(one => one.to)
}

/** Everything reached by following a hop again and again; the start only where it is reached. */
export function reachedAgain(start: ElementId, next: (id: ElementId) => readonly ElementId[]): ReadonlySet<ElementId> {
  const reached = new Set<ElementId>(next(start))
  for (const id of reached) for (const other of next(id)) reached.add(other)
  return reached
}
