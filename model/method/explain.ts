import type { Element, ElementId } from '../schema/element.ts'
import { datum, entriesOf, stateOf } from './datum.ts'
import type { View } from './define-fact.ts'
import { closureOf } from './operands.ts'
import { readyOf } from './readiness.ts'
import { membersIn, refIn } from './reading.ts'
import { source } from './source.ts'

/** One reason why something is not ready, with the reasons behind it. */
export interface Reason {
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  /** State of a datum or entry, `ready` or `notReady` of anything above, `noNeeds`, `noParts`, `noFormula`, `loop`, `unresolved` where there is nothing to be ready. */
  readonly state: string
  /** Who can do something about it: the source of a datum, the provider of an entry. */
  readonly organisation?: ElementId
  readonly because: readonly Reason[]
}

export interface Explanation {
  readonly element: ElementId
  readonly ready: boolean
  readonly because: readonly Reason[]
}

/** Why an element is not ready, down to the sharing entries that are open; empty when it is ready or has no readiness. */
export function explain(id: ElementId, view: View): Explanation | undefined {
  const element = view.get(id)
  if (element === undefined) return undefined
  if (element.kind === 'dataItem' || element.kind === 'requirement') return explainDatum(element, view)
  const known = readyOf(element, view)
  if (known === undefined) return undefined
  return { element: id, ready: known.ready, because: known.ready ? [] : reasonsOf(element, view, new Set([id])) }
}

function explainDatum(element: Element, view: View): Explanation {
  const dataItem = element.kind === 'requirement' ? (refIn(element, 'dataItem') ?? '') : element.id
  const known = view.fact(datum, dataItem)
  const ready = known !== undefined && (known.selfProduced || known.satisfied)
  return { element: element.id, ready, because: ready || known?.requirement === undefined ? [] : openEntries(known.requirement, view) }
}

function reasonsOf(element: Element, view: View, above: ReadonlySet<ElementId>): Reason[] {
  switch (element.kind) {
    case 'item':
      return dataReasons(membersIn(element, 'needs'), element, 'noNeeds', view)
    case 'indicator':
      return indicatorReasons(element, view, above)
    case 'unit':
      return partReasons(view.lookups.ownedBy(element.id, 'item'), element, view, above)
    case 'module':
      return partReasons(view.lookups.ownedBy(element.id, 'unit'), element, view, above)
    case 'system':
      return partReasons(membersIn(element, 'covers'), element, view, above)
    default:
      return []
  }
}

const plain = ({ id, kind, name }: Element, state: string): Reason => ({ element: id, kind, name, state, because: [] })

function dataReasons(dataItems: readonly ElementId[], element: Element, empty: string, view: View): Reason[] {
  if (dataItems.length === 0) return [plain(element, empty)]
  const reasons: Reason[] = []
  for (const id of dataItems) {
    const dataItem = view.get(id)
    const known = view.fact(datum, id)
    if (dataItem === undefined || known?.selfProduced || known?.satisfied) continue
    const organisation = view.fact(source, id)?.organisation
    reasons.push({
      element: id,
      kind: 'dataItem',
      name: dataItem.name,
      state: known?.requirement === undefined ? 'noRequirement' : known.state,
      ...(organisation === undefined ? {} : { organisation }),
      because: known?.requirement === undefined ? [] : openEntries(known.requirement, view),
    })
  }
  return reasons
}

function openEntries(requirement: ElementId, view: View): Reason[] {
  return entriesOf(requirement, view)
    .filter(entry => !['connected', 'inUse'].includes(stateOf(entry)))
    .map(entry => {
      const organisation = refIn(entry, 'provider')
      return { ...plain(entry, stateOf(entry)), ...(organisation === undefined ? {} : { organisation }) }
    })
}

function indicatorReasons(indicator: Element, view: View, above: ReadonlySet<ElementId>): Reason[] {
  const closure = closureOf(indicator, view.get)
  if (closure.cyclic && closure.operands.some(id => above.has(id))) return [plain(indicator, 'loop')]
  const own = dataReasons(closure.ownDataItems, indicator, 'noFormula', view)
  const parts = partReasons(closure.operands, indicator, view, above)
  const reasons = closure.ownDataItems.length === 0 && closure.operands.length > 0 ? parts : [...own, ...parts]
  return closure.ownUnresolved ? [...reasons, plain(indicator, 'unresolved')] : reasons
}

function partReasons(parts: readonly ElementId[], element: Element, view: View, above: ReadonlySet<ElementId>): Reason[] {
  if (parts.length === 0) return element.kind === 'indicator' ? [] : [plain(element, 'noParts')]
  const reasons: Reason[] = []
  for (const id of parts) {
    const part = view.get(id)
    if (part === undefined || readyOf(part, view)?.ready) continue
    const because = above.has(id) ? [plain(part, 'loop')] : reasonsOf(part, view, new Set([...above, id]))
    reasons.push({ element: id, kind: part.kind, name: part.name, state: 'notReady', because })
  }
  return reasons
}
