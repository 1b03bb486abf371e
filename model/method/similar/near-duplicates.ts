import type { Element, ElementId } from '../../schema/element.ts'
import type { GraphView } from '../graph.ts'
import { membersIn, refIn } from '../reading.ts'
import type { DuplicateGroup } from './duplicate-group.ts'
import { nearGroups } from './near-groups.ts'
import { type NearPair, nearPairs } from './near-names.ts'

/** Kinds whose near names are worth a look, with what near names must have in common, and what they must not. */
const nearKinds: { readonly [kind: string]: Comparison } = {
  item: { scopesOf: item => [refIn(item, 'lead') ?? '', ...membersIn(item, 'bases')] },
  dataItem: { apart: dataItem => refIn(dataItem, 'resource') },
  material: {},
  indicator: {},
  system: {},
  resource: {},
}

interface Comparison {
  /** Elements are compared where they share one of these: items of one department, or on one basis. */
  readonly scopesOf?: (element: Element) => readonly string[]
  /** Elements that share this are told apart already: the columns of one table. */
  readonly apart?: (element: Element) => string | undefined
}

/** Elements that no comparison tells apart: same folded name, same scopes, same table. */
interface Alike {
  readonly fold: string
  readonly scopes: readonly string[]
  readonly apart: string | undefined
  readonly elements: ElementId[]
}

/** Groups of elements whose names are nearly the same. Source: features F50, domain §6 CHK-L4-DUP. */
export function nearDuplicates(
  names: ReadonlyMap<ElementId, string>,
  kinds: readonly string[],
  threshold: number,
  view: GraphView,
): DuplicateGroup[] {
  const found: DuplicateGroup[] = []
  for (const kind of kinds) {
    const comparison = Object.hasOwn(nearKinds, kind) ? nearKinds[kind] : undefined
    if (comparison === undefined) continue
    const nodes = alikeOf(kind, names, comparison, view)
    for (const { members, score } of nearGroups(pairsOf(nodes, threshold)))
      found.push({ kind, reason: 'nearName', score, elements: members.flatMap(member => nodes[member]?.elements ?? []) })
  }
  return found
}

function alikeOf(kind: string, names: ReadonlyMap<ElementId, string>, { scopesOf, apart }: Comparison, view: GraphView): Alike[] {
  const nodes = new Map<string, Alike>()
  for (const id of view.lookups.allOf(kind)) {
    const element = view.get(id)
    if (element === undefined) continue
    const fold = names.get(element.id) ?? ''
    const scopes = scopesOf?.(element) ?? ['']
    const table = apart?.(element)
    const key = [fold, table ?? '', ...scopes].join('\u0000')
    const known = nodes.get(key)
    if (known) known.elements.push(element.id)
    else nodes.set(key, { fold, scopes, apart: table, elements: [element.id] })
  }
  return [...nodes.values()]
}

type Places = readonly number[]

/** Near pairs of nodes; within a scope each different name is compared once, whatever number of nodes bear it. */
function pairsOf(nodes: readonly Alike[], threshold: number): NearPair[] {
  const scopes = new Map<string, Map<string, number[]>>()
  for (const [place, { fold, scopes: own }] of nodes.entries())
    for (const scope of own) {
      const folds = scopes.get(scope) ?? new Map<string, number[]>()
      scopes.set(scope, folds)
      const known = folds.get(fold)
      if (known) known.push(place)
      else folds.set(fold, [place])
    }
  const pairs: NearPair[] = []
  for (const folds of scopes.values()) {
    const texts = [...folds.keys()]
    const places = [...folds.values()]
    for (const { a, b, score } of nearPairs(texts, threshold))
      for (const [x, y] of meeting(places[a] ?? [], places[b] ?? [], nodes)) pairs.push({ a: x, b: y, score })
  }
  return pairs
}

/** Each node of one name with the first of the other that may be compared with it: enough to bring all of them together. */
function* meeting(left: Places, right: Places, nodes: readonly Alike[]): Iterable<readonly [number, number]> {
  const mayMeet = (a: number, b: number): boolean => nodes[a]?.apart === undefined || nodes[a].apart !== nodes[b]?.apart
  for (const a of left) {
    const b = right.find(one => mayMeet(a, one))
    if (b !== undefined) yield [a, b]
  }
  for (const b of right.slice(1)) {
    const a = left.find(one => mayMeet(one, b))
    if (a !== undefined) yield [a, b]
  }
}
