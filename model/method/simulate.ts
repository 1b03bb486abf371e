import type { Element, ElementId } from '../schema/element.ts'
import { datum, entriesOf, isConnected, stateOf } from './datum.ts'
import type { View } from './define-fact.ts'
import { closureOf } from './operands.ts'
import { moduleReady, unitReady } from './readiness.ts'
import { membersIn, refIn } from './reading.ts'

/** What newly is satisfied or ready. */
export interface Gains {
  readonly requirements: number
  readonly indicators: number
  readonly items: number
  readonly units: number
  readonly modules: number
  readonly systems: number
}

export const emptyGains: Gains = { requirements: 0, indicators: 0, items: 0, units: 0, modules: 0, systems: 0 }

/** The document with some services connected, as counters: nothing of the document changes. */
export interface Simulation {
  /** Services that an open entry names. */
  readonly services: () => readonly ElementId[]
  /** What connecting a service now would make ready. */
  readonly gains: (service: ElementId) => Gains
  /** Connects it; gives the requirements satisfied by it, and the services whose gains may be other now. */
  readonly connect: (service: ElementId) => { readonly gained: readonly ElementId[]; readonly affected: ReadonlySet<ElementId> }
  /** Requirements still not satisfied. */
  readonly open: () => ElementId[]
}

/** Counters of the simulation: how much each element still waits for. */
interface Waiting {
  /** Open entries of a requirement; one without entries never closes. */
  readonly entries: Map<ElementId, number>
  /** Open entries by service: requirement to how many. */
  readonly byService: Map<ElementId, Map<ElementId, number>>
  /** Unsatisfied data of an item or indicator, parts that are not ready of a unit, module or system. */
  readonly pending: Map<ElementId, number>
  /** A requirement's or part's dependents. */
  readonly dependents: Map<ElementId, ElementId[]>
  readonly kindOf: Map<ElementId, keyof Gains>
}

export function openSimulation(view: View): Simulation {
  const waiting = waitingIn(view)
  return {
    services: () => [...waiting.byService.keys()],
    gains: service => gainsOf(closing(waiting, service), waiting).gains,
    connect(service) {
      const closed = closing(waiting, service)
      const affected = servicesNear(closed, service, waiting)
      const { decrements } = gainsOf(closed, waiting)
      for (const [id, by] of decrements) waiting.pending.set(id, (waiting.pending.get(id) ?? 0) - by)
      for (const [requirement, count] of waiting.byService.get(service) ?? []) {
        const left = (waiting.entries.get(requirement) ?? 0) - count
        if (left > 0) waiting.entries.set(requirement, left)
        else waiting.entries.delete(requirement)
      }
      waiting.byService.delete(service)
      return { gained: closed, affected }
    },
    open: () => [...waiting.entries.keys()],
  }
}

/** Requirements whose last open entries name the service. */
function closing({ byService, entries }: Waiting, service: ElementId): ElementId[] {
  return Array.from(byService.get(service) ?? []).flatMap(([requirement, count]) =>
    entries.get(requirement) === count ? [requirement] : [],
  )
}

function gainsOf(
  closed: readonly ElementId[],
  { pending, dependents, kindOf }: Waiting,
): { gains: Gains; decrements: Map<ElementId, number> } {
  const gains = { ...emptyGains, requirements: closed.length }
  const decrements = new Map<ElementId, number>()
  const queue: ElementId[] = [...closed]
  for (const id of queue)
    for (const dependent of dependents.get(id) ?? []) {
      const by = (decrements.get(dependent) ?? 0) + 1
      decrements.set(dependent, by)
      if (by !== pending.get(dependent)) continue
      const kind = kindOf.get(dependent)
      if (kind) gains[kind]++
      queue.push(dependent)
    }
  return { gains, decrements }
}

/** Services that share a requirement with it, or an item or indicator with what closed: their order in the plan may be other now. */
function servicesNear(closed: readonly ElementId[], service: ElementId, { dependents, byService }: Waiting): ReadonlySet<ElementId> {
  const touched = new Set(closed.flatMap(id => dependents.get(id) ?? []))
  const own = byService.get(service)
  const affected = new Set<ElementId>()
  for (const [other, requirements] of byService)
    for (const requirement of requirements.keys())
      if (own?.has(requirement) || (dependents.get(requirement) ?? []).some(id => touched.has(id))) {
        affected.add(other)
        break
      }
  return affected
}

function waitingIn(view: View): Waiting {
  const waiting: Waiting = { entries: new Map(), byService: new Map(), pending: new Map(), dependents: new Map(), kindOf: new Map() }
  const requirementOf = new Map<ElementId, ElementId>()
  for (const id of view.lookups.allOf('dataItem')) {
    const known = view.fact(datum, id)
    if (known?.requirement === undefined || known.selfProduced || known.satisfied) continue
    requirementOf.set(id, known.requirement)
    addEntries(waiting, known.requirement, view)
  }
  addItems(waiting, requirementOf, view)
  addIndicators(waiting, requirementOf, view)
  addLevels(waiting, view)
  return waiting
}

function addEntries(waiting: Waiting, requirement: ElementId, view: View): void {
  const open = entriesOf(requirement, view).filter(entry => !isConnected(stateOf(entry)))
  waiting.entries.set(requirement, Math.max(1, open.length))
  for (const entry of open) {
    const service = refIn(entry, 'service')
    if (service === undefined) continue
    const requirements = waiting.byService.get(service) ?? new Map<ElementId, number>()
    waiting.byService.set(service, requirements.set(requirement, (requirements.get(requirement) ?? 0) + 1))
  }
}

/** An element that waits `on` others, and with `never` on something that cannot come. */
function wait(waiting: Waiting, [kind, element]: readonly [keyof Gains, ElementId], on: readonly ElementId[], never = 0): void {
  if (on.length + never === 0) return
  waiting.kindOf.set(element, kind)
  waiting.pending.set(element, on.length + never)
  for (const id of on) {
    const known = waiting.dependents.get(id)
    if (known) known.push(element)
    else waiting.dependents.set(id, [element])
  }
}

/** Data that wait with a requirement, and how many wait without one and so can never close. */
function split(
  dataItems: Iterable<ElementId>,
  requirementOf: ReadonlyMap<ElementId, ElementId>,
  view: View,
): { on: ElementId[]; never: number } {
  const on: ElementId[] = []
  let never = 0
  for (const id of dataItems) {
    const known = view.fact(datum, id)
    const requirement = requirementOf.get(id)
    if (requirement !== undefined) on.push(requirement)
    else if (!known?.selfProduced && !known?.satisfied) never++
  }
  return { on, never }
}

function addItems(waiting: Waiting, requirementOf: ReadonlyMap<ElementId, ElementId>, view: View): void {
  for (const id of view.lookups.allOf('item')) {
    const { on, never } = split(membersIn(view.get(id), 'needs'), requirementOf, view)
    wait(waiting, ['items', id], on, never)
  }
}

function addIndicators(waiting: Waiting, requirementOf: ReadonlyMap<ElementId, ElementId>, view: View): void {
  for (const id of view.lookups.allOf('indicator')) {
    const indicator = view.get(id)
    if (indicator === undefined) continue
    const closure = closureOf(indicator, view.get)
    const { on, never } = split(closure.dataItems, requirementOf, view)
    wait(waiting, ['indicators', id], on, never + (closure.cyclic || closure.unresolved ? 1 : 0))
  }
}

function addLevels(waiting: Waiting, view: View): void {
  for (const [kind, gain, openParts] of levels) {
    for (const id of view.lookups.allOf(kind)) {
      const element = view.get(id)
      if (element) wait(waiting, [gain, id], openParts(element, view, waiting))
    }
  }
}

/** Per level, from below: its kind, what becoming ready counts as, and the parts that are not ready yet. */
const levels: readonly (readonly [string, keyof Gains, (element: Element, view: View, waiting: Waiting) => readonly ElementId[]])[] = [
  [
    'unit',
    'units',
    ({ id }, view, waiting) =>
      view.lookups.ownedBy(id, 'item').filter(item => waiting.pending.has(item) || membersIn(view.get(item), 'needs').length === 0),
  ],
  ['module', 'modules', ({ id }, view) => view.lookups.ownedBy(id, 'unit').filter(unit => !view.fact(unitReady, unit)?.ready)],
  [
    'system',
    'systems',
    (system, view) => (system['target'] === true ? membersIn(system, 'covers') : []).filter(id => !view.fact(moduleReady, id)?.ready),
  ],
]
