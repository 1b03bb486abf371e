import { same } from '../base/json.ts'
import { PersistentMap } from '../base/persistent-map.ts'
import type { Delta } from '../document/delta.ts'
import type { DocumentState, Lookups } from '../document/lookups.ts'
import type { Element, ElementId } from '../schema/element.ts'

/** A document and what is known of it so far. */
export interface View {
  readonly get: (id: ElementId) => Element | undefined
  readonly lookups: Lookups
  readonly fact: <V>(fact: Fact<V>, id: ElementId) => V | undefined
  /** A total that the facts so far add up to. */
  readonly total: (counter: string) => number
}

/** An edit as those see it who keep something true: both sides, the delta, and which earlier facts came out differently. */
export interface Edit {
  readonly delta: Delta
  readonly before: View
  readonly after: View
  readonly changed: (fact: AnyFact) => Iterable<ElementId>
}

/**
 * Something the method says of an element, derived from the document and earlier facts.
 * Law: what `touched` names is recomputed, and that gives what computing everything would give.
 */
export interface Fact<V> {
  readonly id: string
  /** Kinds of elements that have it. */
  readonly on: readonly string[]
  readonly value: (element: Element, view: View) => V | undefined
  /** Every element whose value the edit may have changed; naming too many costs time, too few breaks the law. */
  readonly touched: (edit: Edit) => Iterable<ElementId>
  /** Counters this value adds to; totals are kept up to date by subtracting the old and adding the new. */
  counts?(value: V, element: Element): Iterable<readonly [counter: string, by: number]>
}

export const defineFact = <V>(fact: Fact<V>): Fact<V> => fact

type Values = PersistentMap<unknown>

/** Facts of one document at one moment. */
export interface Facts {
  readonly state: DocumentState
  readonly values: ReadonlyMap<string, Values>
  readonly totals: ReadonlyMap<string, number>
  /** How many values the last update computed, per fact; for tests and figures. */
  readonly computed: ReadonlyMap<string, number>
}

/** A fact whatever its values are. */
export type AnyFact = Fact<unknown>

const noTotals: ReadonlyMap<string, number> = new Map()

export const noValues: Values = PersistentMap.empty()

export function viewOf(state: DocumentState, values: ReadonlyMap<string, Values>, totals: ReadonlyMap<string, number> = noTotals): View {
  return {
    get: id => state.snapshot.get(id),
    lookups: state.lookups,
    fact: <V>(fact: Fact<V>, id: ElementId) => values.get(fact.id)?.get(id) as V | undefined,
    total: counter => totals.get(counter) ?? 0,
  }
}

export const valueOf = <V>(facts: Facts, fact: Fact<V>, id: ElementId): V | undefined => facts.values.get(fact.id)?.get(id) as V | undefined

/**
 * Computes every fact of a document; facts are in an order in which each reads only earlier ones. Elements and values are read
 * from flat maps until all is computed: each is asked for several times.
 */
export function buildFacts(list: readonly AnyFact[], state: DocumentState): Facts {
  const elements = state.snapshot.toMap()
  const known = new Map<string, ReadonlyMap<ElementId, unknown>>()
  const totals = new Map<string, number>()
  const byKind = groupedByKind(elements.values())
  const view: View = {
    get: id => elements.get(id),
    lookups: state.passLookups(),
    fact: <V>(fact: Fact<V>, id: ElementId) => known.get(fact.id)?.get(id) as V | undefined,
    total: counter => totals.get(counter) ?? 0,
  }
  for (const fact of list) {
    known.set(fact.id, valuesOf(fact, byKind, view, totals))
  }
  const values = new Map(Array.from(known, ([id, found]) => [id, PersistentMap.from(found)] as const))
  return { state, values, totals, computed: new Map(Array.from(known, ([id, found]) => [id, found.size] as const)) }
}

function valuesOf(
  fact: AnyFact,
  byKind: ReadonlyMap<string, readonly Element[]>,
  view: View,
  totals: Map<string, number>,
): ReadonlyMap<ElementId, unknown> {
  const found = new Map<ElementId, unknown>()
  for (const kind of fact.on)
    for (const element of byKind.get(kind) ?? []) {
      const value = fact.value(element, view)
      if (value === undefined) continue
      found.set(element.id, value)
      if (fact.counts) add(totals, fact.counts(value, element), 1)
    }
  return found
}

function groupedByKind(elements: Iterable<Element>): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>()
  for (const element of elements) {
    const group = groups.get(element.kind)
    if (group) group.push(element)
    else groups.set(element.kind, [element])
  }
  return groups
}

/** Brings facts up to date with an edit of their document. */
export function updateFacts(list: readonly AnyFact[], facts: Facts, after: DocumentState, delta: Delta): Facts {
  const values = new Map(facts.values)
  const totals = new Map(facts.totals)
  const computed = new Map<string, number>()
  const changed = new Map<string, readonly ElementId[]>()
  const edit: Edit = {
    delta,
    before: viewOf(facts.state, facts.values, facts.totals),
    after: viewOf(after, values, totals),
    changed: fact => changed.get(fact.id) ?? [],
  }
  for (const fact of list) {
    const ids = new Set(fact.touched(edit))
    for (const [id, [before]] of delta) if (before && fact.on.includes(before.kind)) ids.add(id)
    const updates = recompute(fact, ids, edit)
    computed.set(fact.id, ids.size)
    changed.set(
      fact.id,
      updates.map(([id]) => id),
    )
    if (updates.length === 0) continue
    const current = facts.values.get(fact.id) ?? noValues
    for (const [id, value] of updates) {
      add(totals, countsOf(fact, current.get(id), edit.before.get(id)), -1)
      add(totals, countsOf(fact, value, edit.after.get(id)), 1)
    }
    values.set(fact.id, current.with(updates))
  }
  return { state: after, values, totals, computed }
}

function recompute(fact: AnyFact, ids: ReadonlySet<ElementId>, edit: Edit): (readonly [ElementId, unknown])[] {
  const updates: (readonly [ElementId, unknown])[] = []
  for (const id of ids) {
    const element = edit.after.get(id)
    const value = element && fact.on.includes(element.kind) ? fact.value(element, edit.after) : undefined
    // A count may hang on the element itself, so an edited element is counted anew even where its value is the same.
    if (!same(edit.before.fact(fact, id), value) || (fact.counts && edit.delta.has(id))) updates.push([id, value])
  }
  return updates
}

const countsOf = (fact: AnyFact, value: unknown, element: Element | undefined): Iterable<readonly [counter: string, by: number]> =>
  value === undefined || element === undefined ? [] : (fact.counts?.(value, element) ?? [])

function add(totals: Map<string, number>, counts: Iterable<readonly [counter: string, by: number]>, sign: 1 | -1): void {
  for (const [counter, by] of counts) {
    const total = (totals.get(counter) ?? 0) + sign * by
    if (total === 0) totals.delete(counter)
    else totals.set(counter, total)
  }
}
