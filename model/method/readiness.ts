import type { Element, ElementId } from '../schema/element.ts'
import { datum } from './datum.ts'
import { type AnyFact, defineFact, type Edit, type View } from './define-fact.ts'
import { type Closure, closureOf } from './operands.ts'
import { membersIn } from './reading.ts'

/** Whether an element is ready, and how far it is: data for items and indicators, parts for the levels above. Self-produced data are not counted. */
export interface Ready {
  readonly ready: boolean
  readonly done: number
  readonly total: number
}

function* counted(name: string, { ready }: Ready): Iterable<readonly [string, number]> {
  yield [`${name}`, 1]
  if (ready) yield [`${name}/ready`, 1]
}

/** Ready when every datum in its needs is satisfied or self-produced; without needs it is not. Source: contracts C1.7. */
export const itemReady = defineFact<Ready>({
  id: 'item-ready',
  on: ['item'],
  value: (item, view) => ofData(membersIn(item, 'needs'), view),
  *touched({ delta, changed, after }) {
    for (const [id, [before, now]] of delta) if (before?.kind === 'item' || now?.kind === 'item') yield id
    for (const id of changed(datum)) for (const { from } of after.lookups.referrersOf(id, 'item', 'needs')) yield from
  },
  counts: value => counted('items', value),
})

function ofData(dataItems: readonly ElementId[], view: View): Ready {
  let total = 0
  let done = 0
  for (const id of dataItems) {
    const known = view.fact(datum, id)
    if (known?.selfProduced) continue
    total++
    if (known?.satisfied) done++
  }
  return { ready: dataItems.length > 0 && done === total, done, total }
}

/** An indicator's readiness, and what keeps a formula from being computable at all. */
export interface IndicatorReady extends Ready {
  /** The formula leads back to the indicator. */
  readonly cyclic: boolean
  /** A name in the formula, or in one below it, means nothing yet. */
  readonly unresolved: boolean
}

/** Ready when all leaf data below it, filters included, are satisfied or self-produced and all operand indicators are ready. Source: contracts C1.8. */
export const indicatorReady = defineFact<IndicatorReady>({
  id: 'indicator-ready',
  on: ['indicator'],
  value(indicator, view) {
    const closure: Closure = closureOf(indicator, view.get)
    const { ready, done, total } = ofData([...closure.dataItems], view)
    const { cyclic, unresolved } = closure
    return { ready: ready && !cyclic && !unresolved, done, total, cyclic, unresolved }
  },
  touched: edit => withDependents(edit),
  counts: value => counted('indicators', value),
})

function* withDependents({ delta, changed, after }: Edit): Iterable<ElementId> {
  const queue: ElementId[] = []
  for (const [id, [before, now]] of delta) if (before?.kind === 'indicator' || now?.kind === 'indicator') queue.push(id)
  for (const id of changed(datum)) queue.push(...after.lookups.referrersOf(id, 'indicator').map(one => one.from))
  const seen = new Set<ElementId>()
  for (const id of queue) {
    if (seen.has(id)) continue
    seen.add(id)
    yield id
    queue.push(...after.lookups.referrersOf(id, 'indicator', 'formula').map(one => one.from))
  }
}

/** Ready when all of at least one part are. Source: contracts C1.9. */
function ofParts(parts: readonly ElementId[], part: typeof itemReady, view: View): Ready {
  const done = parts.filter(id => view.fact(part, id)?.ready).length
  return { ready: parts.length > 0 && done === parts.length, done, total: parts.length }
}

/** A level whose readiness is that of the elements it owns. */
function ownedReady(id: string, kind: string, parts: string, part: typeof itemReady) {
  return defineFact<Ready>({
    id,
    on: [kind],
    value: (element, view) => ofParts(view.lookups.ownedBy(element.id, parts), part, view),
    *touched(edit) {
      for (const [changed, [before, now]] of edit.delta) {
        if (before?.kind === kind || now?.kind === kind) yield changed
        yield* ownerOf(before, parts)
        yield* ownerOf(now, parts)
      }
      for (const one of edit.changed(part)) yield* ownerOf(edit.after.get(one), parts)
    },
    counts: value => counted(`${kind}s`, value),
  })
}

function* ownerOf(element: Element | undefined, kind: string): Iterable<ElementId> {
  if (element?.kind === kind && element.owner !== undefined) yield element.owner
}

export const unitReady = ownedReady('unit-ready', 'unit', 'item', itemReady)

export const moduleReady = ownedReady('module-ready', 'module', 'unit', unitReady)

/** A target system is ready when all modules it covers are; systems that exist already take no part. */
export const systemReady = defineFact<Ready>({
  id: 'system-ready',
  on: ['system'],
  value: (system, view) => (system['target'] === true ? ofParts(membersIn(system, 'covers'), moduleReady, view) : undefined),
  *touched({ delta, changed, after }) {
    for (const [id, [before, now]] of delta) if (before?.kind === 'system' || now?.kind === 'system') yield id
    for (const id of changed(moduleReady)) for (const { from } of after.lookups.referrersOf(id, 'system', 'covers')) yield from
  },
  counts: value => counted('systems', value),
})

/** The fact that says whether elements of a kind are ready. */
export const readyFacts: { readonly [kind: string]: AnyFact } = {
  item: itemReady,
  indicator: indicatorReady,
  unit: unitReady,
  module: moduleReady,
  system: systemReady,
}

/** Readiness of any element that has one. */
export function readyOf(element: Element, view: View): Ready | undefined {
  const fact = readyFacts[element.kind]
  return fact && (view.fact(fact, element.id) as Ready | undefined)
}
