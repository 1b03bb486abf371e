import { compareNaturally } from '#model/method/graph.ts'
import type { View } from '#model/method/define-fact.ts'
import { membersIn } from '#model/method/reading.ts'
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

/** Data items a resource holds: those it lists, in that order, then those that name it as their authority. */
export function dataItemsOf(resource: Element, view: View): readonly Element[] {
  const ids = new Set<ElementId>([
    ...membersIn(resource, 'items'),
    ...view.lookups.referrersOf(resource.id, 'dataItem', 'resource').map(({ from }) => from),
  ])
  return [...ids].flatMap(id => view.get(id) ?? []).sort(compareNaturally)
}
