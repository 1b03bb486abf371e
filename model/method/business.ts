import type { Element, ElementId } from '../schema/element.ts'
import { refIn } from './reading.ts'
import { defineFact, type Edit, type View } from './define-fact.ts'

/** A core business an element serves, with its lead organisation. */
export interface Business {
  readonly business: ElementId
  readonly lead?: ElementId
}

/** Elements of these kinds stand below a core business, directly or through what they refer to. */
const kinds = ['module', 'unit', 'item', 'flow', 'step', 'indicator', 'collaboration'] as const

/**
 * The core businesses an element serves: by ownership; a step through its item, else its flow; an indicator through the
 * items it measures; a collaboration through its item. Several only for indicators.
 */
export const business = defineFact<readonly Business[]>({
  id: 'business',
  on: kinds,
  value(element, view) {
    const found = new Map<ElementId, Business>()
    for (const one of anchorsOf(element, view)) {
      const root = businessAbove(one, view)
      if (root) found.set(root.id, typeof root['lead'] === 'string' ? { business: root.id, lead: root['lead'] } : { business: root.id })
    }
    return found.size > 0 ? [...found.values()].sort((a, b) => (a.business < b.business ? -1 : 1)) : undefined
  },
  touched: edit => below(edit),
})

function anchorsOf(element: Element, view: View): readonly Element[] {
  switch (element.kind) {
    case 'step':
      return existing(view, [refIn(element, 'item') ?? element.owner ?? ''])
    case 'indicator':
      return existing(view, (element['items'] as readonly ElementId[] | undefined) ?? [])
    case 'collaboration':
      return existing(view, [refIn(element, 'item') ?? ''])
    default:
      return [element]
  }
}

const existing = (view: View, ids: readonly ElementId[]): readonly Element[] => ids.map(view.get).filter(element => element !== undefined)

function businessAbove(element: Element, view: View): Element | undefined {
  for (let above: Element | undefined = element; above; above = above.owner === undefined ? undefined : view.get(above.owner))
    if (above.kind === 'coreBusiness') return above
  return undefined
}

const placing: readonly string[] = ['owner', 'lead', 'item', 'items']

/** Changed elements whose place or lead changed, and everything below them. */
function* below({ delta, after }: Edit): Iterable<ElementId> {
  const seen = new Set<ElementId>()
  const queue: ElementId[] = []
  for (const [id, [old, now]] of delta) if (!old || !now || placing.some(field => old[field] !== now[field])) queue.push(id)
  for (const id of queue) {
    if (seen.has(id)) continue
    seen.add(id)
    yield id
    const kind = after.get(id)?.kind
    if (kind === undefined) continue
    queue.push(...after.lookups.ownedBy(id))
    if (kind === 'item')
      for (const field of ['step', 'indicator', 'collaboration']) queue.push(...after.lookups.referrersOf(id, field).map(one => one.from))
  }
}
