import { compareNaturally } from '#model/method/graph.ts'
import type { View } from '#model/method/define-fact.ts'
import { membersIn, refIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'

/** The part of a document that is written: what is asked for, and what supplies it, each in natural order. */
export interface Selection {
  readonly requirements: readonly Element[]
  readonly sharings: readonly Element[]
  readonly resources: readonly Element[]
  readonly services: readonly Element[]
  readonly isAsked: (dataItem: ElementId) => boolean
}

/** Every element of a kind, in natural order. */
export function allOf(kind: string, view: View): Element[] {
  const found: Element[] = []
  for (const id of view.lookups.allOf(kind)) {
    const element = view.get(id)
    if (element) found.push(element)
  }
  return found.sort(compareNaturally)
}

/** Resources that hold a data item; the other end of `dataItemsOf`. */
export const holdersOf = (dataItem: ElementId, view: View): readonly ElementId[] =>
  [
    ...view.lookups.referrersOf(dataItem, 'resource', 'items').map(({ from }) => from),
    refIn(view.get(dataItem), 'resource'),
    ...view.lookups.referrersOf(dataItem, 'service', 'response').map(({ from }) => refIn(view.get(from), 'resource')),
  ].filter(id => id !== undefined)

/** Data items a resource holds: those it lists, those that name it as their authority, and those its services return. */
export function dataItemsOf(resource: Element, view: View): readonly Element[] {
  const ids = new Set<ElementId>([
    ...membersIn(resource, 'items'),
    ...view.lookups.referrersOf(resource.id, 'dataItem', 'resource').map(({ from }) => from),
    ...view.lookups.referrersOf(resource.id, 'service', 'resource').flatMap(({ from }) => membersIn(view.get(from), 'response')),
  ])
  return [...ids].flatMap(id => view.get(id) ?? []).sort(compareNaturally)
}
