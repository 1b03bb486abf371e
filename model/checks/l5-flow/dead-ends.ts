import type { View } from '../../method/define-fact.ts'
import { refIn, textIn } from '../../method/reading.ts'
import type { Element, ElementId } from '../../schema/element.ts'

/** Names of steps that no start reaches, and of steps from which no end is reached. */
export function deadEnds(flow: Element, view: View): { readonly unreached: readonly string[]; readonly stuck: readonly string[] } {
  const steps = view.lookups.ownedBy(flow.id, 'step')
  const forward = new Map<ElementId, ElementId[]>()
  const backward = new Map<ElementId, ElementId[]>()
  for (const id of view.lookups.ownedBy(flow.id, 'link')) {
    const [from, to] = [refIn(view.get(id), 'from'), refIn(view.get(id), 'to')]
    if (from === undefined || to === undefined) continue
    forward.set(from, [...(forward.get(from) ?? []), to])
    backward.set(to, [...(backward.get(to) ?? []), from])
  }
  const typeOf = (id: ElementId): string => textIn(view.get(id), 'type')
  const starts = steps.filter(id => /start/iu.test(typeOf(id)) || !backward.has(id))
  const ends = steps.filter(id => typeOf(id) === 'endEvent')
  const names = (ids: readonly ElementId[]): readonly string[] => ids.map(id => view.get(id)?.name ?? '')
  const stated = starts.filter(id => /start/iu.test(typeOf(id)))
  const reached = closure(stated.length > 0 ? stated : starts, forward)
  const leading = closure(ends, backward)
  return {
    unreached: names(steps.filter(id => !reached.has(id))),
    stuck: ends.length === 0 ? names(steps.slice(-1)) : names(steps.filter(id => !leading.has(id))),
  }
}

function closure(from: readonly ElementId[], next: ReadonlyMap<ElementId, readonly ElementId[]>): ReadonlySet<ElementId> {
  const seen = new Set(from)
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other)
  return seen
}
