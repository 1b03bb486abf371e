import { naturalCompare } from '../base/text.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import type { View } from './define-fact.ts'

/** What the graph reads of a document: elements and lookups, no facts. */
export type GraphView = Pick<View, 'get' | 'lookups'>

/** One step along the graph, to the element at its other end. */
export interface Edge {
  readonly to: ElementId
  /** The field that says so, on whichever end has it; `owner` for containment. */
  readonly via: string
}

/** `down`: the element rests on what the field names. `up`: what the field names rests on the element. */
type Direction = 'down' | 'up'

/**
 * Which fields make one element rest on another, from core businesses down to systems. People, posts, bases and terms are not
 * among them: everything hangs together through an organisation, and then a chain says nothing.
 */
const relations: { readonly [kind: string]: { readonly [field: string]: Direction } } = {
  module: { owner: 'up' },
  unit: { owner: 'up' },
  item: { owner: 'up', needs: 'down', materials: 'down' },
  material: { dataItems: 'down' },
  flow: { owner: 'up' },
  step: { owner: 'up', item: 'up', inputs: 'down', materials: 'down', system: 'down', subflow: 'down' },
  link: { owner: 'up', data: 'down' },
  collaboration: { item: 'up', data: 'down' },
  indicator: { owner: 'up', items: 'up', steps: 'up', formula: 'down', dataItems: 'down', dataFilters: 'down' },
  dataItem: { resource: 'down', sourceSystem: 'down' },
  requirement: { dataItem: 'up' },
  sharing: { requirement: 'up', service: 'down', resource: 'down', providerSystem: 'down' },
  service: { resource: 'down' },
  resource: { system: 'down' },
  system: { covers: 'down' },
  scene: { owner: 'up', items: 'down', indicators: 'down', collaborations: 'down', dataItems: 'down', flows: 'down' },
  majorTask: { items: 'down', indicators: 'down', scenes: 'down' },
  measure: { owner: 'up', indicator: 'down' },
}

const directionOf = (kind: string, field: string): Direction | undefined => {
  const fields = Object.hasOwn(relations, kind) ? relations[kind] : undefined
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** What an element rests on: parts, data, and so on down both legs. Inverse of `usedBy`. */
export const dependsOn = (element: Element, view: GraphView): readonly Edge[] => [...edgesOf(element, 'down', view)]

/** What rests on an element. Inverse of `dependsOn`. */
export const usedBy = (element: Element, view: GraphView): readonly Edge[] => [...edgesOf(element, 'up', view)]

function* edgesOf(element: Element, direction: Direction, view: GraphView): Iterable<Edge> {
  const { id, kind, owner } = element
  const declared = kindOf(kind)
  if (declared === undefined) return
  for (const { field, to } of referencesOf(declared, element))
    if (directionOf(kind, field) === direction && view.get(to)) yield { to, via: field }
  for (const { from, kind: other, field } of view.lookups.referrersOf(id)) {
    const towards = directionOf(other, field)
    if (towards !== undefined && towards !== direction) yield { to: from, via: field }
  }
  if (direction === 'up' && owner !== undefined && directionOf(kind, 'owner') === 'up' && view.get(owner)) yield { to: owner, via: 'owner' }
  if (direction === 'down') yield* partsOf(id, view)
}

function* partsOf(owner: ElementId, view: GraphView): Iterable<Edge> {
  for (const to of view.lookups.ownedBy(owner)) if (directionOf(view.get(to)?.kind ?? '', 'owner') === 'up') yield { to, via: 'owner' }
}

/** An element that a walk reached. */
export interface Reached {
  readonly element: Element
  readonly hops: number
  readonly via: string
  /** The element before it on a shortest path. */
  readonly from: ElementId
}

/**
 * Everything that can be reached from an element, itself left out: nearest first, within a distance in natural order. Each
 * comes once, by a shortest path, so loops end. Cost grows with what is reached.
 *
 * No way leads on from a system it reaches: a target system stands above what it covers and below the data it holds, so
 * going through it would join everything with everything.
 */
export function walk(start: Element, neighbours: (element: Element) => Iterable<Edge>, get: View['get']): Reached[] {
  const seen = new Set<ElementId>([start.id])
  const reached: Reached[] = []
  let frontier: readonly Element[] = [start]
  for (let hops = 1; frontier.length > 0; hops++) {
    const layer: Reached[] = []
    for (const { from, to, via } of edgesFrom(frontier, neighbours)) {
      const element = seen.has(to) ? undefined : get(to)
      if (element === undefined) continue
      seen.add(to)
      layer.push({ element, hops, via, from })
    }
    layer.sort((a, b) => compareNaturally(a.element, b.element))
    for (const one of layer) reached.push(one)
    frontier = layer.map(one => one.element).filter(element => element.kind !== 'system')
  }
  return reached
}

function* edgesFrom(
  elements: readonly Element[],
  neighbours: (element: Element) => Iterable<Edge>,
): Iterable<Edge & { readonly from: ElementId }> {
  for (const element of elements) for (const { to, via } of neighbours(element)) yield { from: element.id, to, via }
}

/** The order in which people read a list: by code, then name, elements without a code last; ids make it total. */
export function compareNaturally(a: Element, b: Element): number {
  if (a.code !== b.code) {
    if (a.code === undefined) return 1
    if (b.code === undefined) return -1
    const byCode = naturalCompare(a.code, b.code)
    if (byCode !== 0) return byCode
  }
  return naturalCompare(a.name, b.name) || naturalCompare(a.id, b.id)
}
