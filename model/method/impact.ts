import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { type Edge, type GraphView, usedBy, walk } from './graph.ts'
import { membersIn } from './reading.ts'

/** One element that a change concerns, and the way from what changes to it, both included. */
export interface Impacted {
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  readonly path: readonly ElementId[]
}

/** What a change or removal of an element concerns, nearest first, with counts by kind. Source: features F83. */
export interface Impact {
  readonly counts: { readonly [kind: string]: number }
  readonly elements: readonly Impacted[]
}

/** Where an element stands on a drawing is no consequence anybody weighs. */
const weightless: ReadonlySet<string> = new Set(['placement', 'savedView'])

/**
 * Everything a change or removal of an element concerns. What would go with it (what it owns, what means nothing without it)
 * counts like the element itself: whoever refers to any of these is concerned, and so is all that rests on whoever is.
 * Undefined when there is no such element.
 */
export function impact(id: ElementId, view: GraphView): Impact | undefined {
  const start = view.get(id)
  if (start === undefined) return undefined
  const going = goingWith(start, view)
  const neighbours = (element: Element): Iterable<Edge> => (going.has(element.id) ? aroundGoing(element, view) : usedBy(element, view))
  const paths = new Map<ElementId, readonly ElementId[]>([[id, [id]]])
  const counts: Record<string, number> = {}
  const elements = walk(start, neighbours, view.get).map(({ element, from }): Impacted => {
    const path = [...(paths.get(from) ?? []), element.id]
    paths.set(element.id, path)
    counts[element.kind] = (counts[element.kind] ?? 0) + 1
    return { element: element.id, kind: element.kind, name: element.name, path }
  })
  return { counts, elements }
}

/** The element and all that its removal would remove. */
function goingWith(start: Element, view: GraphView): ReadonlySet<ElementId> {
  const going = new Set<ElementId>([start.id])
  for (const id of going) {
    for (const owned of view.lookups.ownedBy(id)) going.add(owned)
    for (const { from, kind, field } of view.lookups.referrersOf(id))
      if (kindOf(kind)?.fields[field]?.whenGone === 'remove') going.add(from)
  }
  return going
}

function* aroundGoing(element: Element, view: GraphView): Iterable<Edge> {
  for (const { from, kind, field } of view.lookups.referrersOf(element.id)) if (!weightless.has(kind)) yield { to: from, via: field }
  for (const to of view.lookups.ownedBy(element.id)) yield { to, via: 'owner' }
  // A term names the elements it is used in; nothing refers to the term.
  if (element.kind === 'term') for (const to of membersIn(element, 'usedBy')) yield { to, via: 'usedBy' }
  yield* usedBy(element, view)
}
