import type { Facts } from '#model/method/define-fact.ts'
import { valueOf, viewOf } from '#model/method/define-fact.ts'
import { datum, entriesOf, isConnected, stateOf } from '#model/method/datum.ts'
import { closureOf } from '#model/method/operands.ts'
import { membersIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'

/** Readiness of the whole V as numbers in arrays: what it costs when nothing has a name and nothing else is asked. */
export interface ReadinessFloor {
  /** Computes everything; gives how many of each kind are ready. */
  readonly full: () => ReadonlyMap<string, number>
  /** Turns one entry on or off and brings everything that hangs on it up to date. */
  readonly flip: (entry: number) => void
  readonly entries: number
}

interface Graph {
  readonly kinds: string[]
  readonly parts: (readonly number[])[]
  /** Parts that can never come: an item without needs, a data item without entries. */
  readonly never: number[]
  readonly at: Map<ElementId, number>
}

/** Reads the graph out of a document once; that is not part of the time. */
export function readinessFloor(facts: Facts): ReadinessFloor {
  const graph = graphOf(facts)
  const { starts, dependents } = dependentsOf(graph)
  const waiting = Int32Array.from(graph.parts, (parts, node) => parts.length + (graph.never[node] ?? 0))
  const connected = connectedOf(facts, graph)
  const pending = new Int32Array(waiting.length)
  const entries = connected.length

  const lessWaits = (node: number, by: 1 | -1): void => {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
      const dependent = dependents[at] ?? 0
      const before = pending[dependent] ?? 0
      pending[dependent] = before - by
      if (before === (by === 1 ? 1 : 0)) lessWaits(dependent, by)
    }
  }
  const full = (): ReadonlyMap<string, number> => {
    pending.set(waiting)
    for (let node = 0; node < pending.length; node++) {
      if (node < entries ? connected[node] === 0 : pending[node] !== 0) continue
      for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) pending[dependents[at] ?? 0]!--
    }
    return countReady(graph, pending, entries)
  }
  const flip = (entry: number): void => {
    connected[entry] = 1 - (connected[entry] ?? 0)
    lessWaits(entry, connected[entry] === 1 ? 1 : -1)
  }
  return { full, flip, entries }
}

function countReady({ kinds }: Graph, pending: Int32Array, entries: number): ReadonlyMap<string, number> {
  const ready = new Map<string, number>()
  for (let node = entries; node < pending.length; node++)
    if (pending[node] === 0) ready.set(kinds[node] ?? '', (ready.get(kinds[node] ?? '') ?? 0) + 1)
  return ready
}

/** Nodes stand after what they are made of: entries, data, indicators, items, units, modules, systems. */
function graphOf(facts: Facts): Graph {
  const view = viewOf(facts.state, facts.values)
  const graph: Graph = { kinds: [], parts: [], never: [], at: new Map() }
  const add = (element: Element, parts: readonly ElementId[], never = parts.length === 0): void => {
    graph.at.set(element.id, graph.kinds.length)
    graph.kinds.push(element.kind)
    graph.parts.push(parts.flatMap(id => graph.at.get(id) ?? []))
    graph.never.push(never ? 1 : 0)
  }
  const each = (kind: string, visit: (element: Element) => void): void => {
    for (const id of facts.state.lookups.allOf(kind)) visit(view.get(id) as Element)
  }
  each('sharing', entry => add(entry, [], false))
  each('dataItem', item => {
    const known = valueOf(facts, datum, item.id)
    const entries = known?.requirement === undefined || known.selfProduced ? [] : entriesOf(known.requirement, view).map(one => one.id)
    add(item, entries, entries.length === 0 && !known?.selfProduced)
  })
  each('indicator', indicator => {
    const { dataItems, cyclic, unresolved } = closureOf(indicator, view.get)
    add(indicator, [...dataItems], dataItems.size === 0 || cyclic || unresolved)
  })
  each('item', item => add(item, membersIn(item, 'needs')))
  each('unit', unit => add(unit, view.lookups.ownedBy(unit.id, 'item')))
  each('module', module => add(module, view.lookups.ownedBy(module.id, 'unit')))
  each('system', system => add(system, system['target'] === true ? membersIn(system, 'covers') : []))
  return graph
}

function dependentsOf({ parts }: Graph): { readonly starts: Int32Array; readonly dependents: Int32Array } {
  const starts = new Int32Array(parts.length + 1)
  for (const part of parts.flat()) starts[part + 1]!++
  for (let node = 0; node < parts.length; node++) starts[node + 1]! += starts[node] ?? 0
  const next = starts.slice()
  const dependents = new Int32Array(starts.at(-1) ?? 0)
  for (const [node, own] of parts.entries()) for (const part of own) dependents[next[part]!++] = node
  return { starts, dependents }
}

const connectedOf = ({ state }: Facts, { kinds, at }: Graph): Uint8Array => {
  const entries = kinds.findIndex(kind => kind !== 'sharing')
  const connected = new Uint8Array(entries)
  for (const id of state.lookups.allOf('sharing')) {
    const entry = state.snapshot.get(id)
    if (entry && isConnected(stateOf(entry))) connected[at.get(id) ?? 0] = 1
  }
  return connected
}
