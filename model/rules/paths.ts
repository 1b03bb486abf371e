import { invariant } from '../base/invariant.ts'
import { kindOf, kinds } from '../kinds/index.ts'
import type { AnyFact } from '../method/define-fact.ts'
import type { Field } from '../schema/define-field.ts'
import type { Element } from '../schema/element.ts'
import { same } from '../base/json.ts'

/**
 * A way from an element to others that a rule reads, as hops joined by ` > `:
 * `owner`, `owned step`, `ref lead`, `by sharing requirement` (elements of that kind that refer to it through that field, `*`
 * for any), `every ref formula` (again and again), `all component` (every element of the kind, from anywhere), `same name`,
 * `same code`, `awaited` (what a formula's open names may mean).
 */
export type Path = string

/** Something a rule reads: all of what lies along a path, only some fields of it, a fact of the element or along a path, or totals. */
export type Reading =
  | Path
  | readonly [path: Path, ...fields: string[]]
  | { readonly fact: AnyFact; readonly at?: Path }
  /** Names that only the message says: a new name concerns elements that have a finding, and no others. */
  | { readonly named: Path }
  // oxlint-disable-next-line typescript/no-redundant-type-constituents -- a word of its own among paths; whoever reads must see it
  | 'totals'

export interface Hop {
  readonly way: 'owner' | 'owned' | 'ref' | 'every' | 'by' | 'all' | 'name' | 'code' | 'awaited'
  /** Kind that is reached; absent for any. */
  readonly kind?: string
  /** Field of the reference; absent for any. */
  readonly field?: string
}

/** A place along a path: elements of these kinds matter there, when one of these fields changes. */
export interface Watch {
  readonly hops: readonly Hop[]
  readonly kinds: ReadonlySet<string>
  /** Absent: any field. */
  readonly fields?: ReadonlySet<string>
  /** Only elements that have a finding read this. */
  readonly isSaid?: true
}

/** What a rule watches, ready to be asked of every change. */
export interface Plan {
  readonly byKind: ReadonlyMap<string, readonly Watch[]>
  readonly facts: readonly { readonly fact: AnyFact; readonly hops: readonly Hop[] }[]
  readonly totals: boolean
}

const none: readonly never[] = []

/** Throws `InvariantError` when a path names a field or kind that is not declared. */
export function compile(on: readonly string[], readings: readonly Reading[]): Plan {
  const watches: Watch[] = []
  const facts: { fact: AnyFact; hops: readonly Hop[] }[] = []
  for (const reading of readings) {
    if (reading === 'totals') continue
    if (typeof reading === 'object' && 'fact' in reading) {
      const hops = hopsOf(reading.at ?? '')
      facts.push({ fact: reading.fact, hops })
      watches.push(...watchesAlong(on, hops, none))
    } else if (typeof reading === 'object' && 'named' in reading) {
      const hops = hopsOf(reading.named)
      watches.push(...watchesAlong(on, hops, none), said(on, hops))
    } else if (typeof reading === 'string') watches.push(...watchesAlong(on, hopsOf(reading), undefined))
    else watches.push(...watchesAlong(on, hopsOf(reading[0]), reading.slice(1)))
  }
  const byKind = new Map<string, Watch[]>()
  for (const watch of watches) for (const kind of watch.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), watch])
  return { byKind, facts, totals: readings.includes('totals') }
}

/** Names at the end of a path, for those who have something to say of them. */
const said = (on: readonly string[], hops: readonly Hop[]): Watch => ({
  hops,
  kinds: hops.reduce<ReadonlySet<string>>((reached, hop) => kindsAfter(hop, reached), new Set(on)),
  fields: new Set(['name', 'shortName']),
  isSaid: true,
})

/** The hops of a path; a test follows them forward to see whether a rule reads what it says. */
export function hopsOf(path: Path): readonly Hop[] {
  return path === '' ? none : path.split(' > ').map(hopOf)
}

function hopOf(written: string): Hop {
  const [way, kind = '*', field = '*'] = written.split(' ')
  const to = { ...(kind === '*' ? {} : { kind }), ...(field === '*' ? {} : { field }) }
  switch (way) {
    case 'owner':
      return { way }
    case 'owned':
    case 'all':
      return { way, kind }
    case 'ref':
      return { way, field: kind }
    case 'every':
      return { way, field }
    case 'by':
      return { way, ...to }
    case 'same':
      return { way: kind === 'code' ? 'code' : 'name' }
    default:
      invariant(way === 'awaited', `no such hop: ${written}`)
      return { way: 'awaited' }
  }
}

/** Every place along a path, from the first hop on; a change there can lead elsewhere or read differently. */
function watchesAlong(on: readonly string[], hops: readonly Hop[], fields: readonly string[] | undefined): Watch[] {
  const watches: Watch[] = []
  let reached: ReadonlySet<string> = new Set(on)
  for (const [index, hop] of hops.entries()) {
    reached = kindsAfter(hop, reached)
    const next = hops[index + 1]
    const here = { hops: hops.slice(0, index + 1), kinds: reached }
    const edges = [...edgesInto(hop), ...(next ? edgesFrom(next) : none)]
    if (next === undefined && fields === undefined) watches.push(here)
    else if (edges.includes('*')) watches.push(here)
    else watches.push({ ...here, fields: new Set([...edges, ...(next ? none : (fields ?? none))]) })
  }
  return watches
}

/** Fields of the element that is reached which decide whether it is. */
function edgesInto({ way, field }: Hop): readonly string[] {
  switch (way) {
    case 'owned':
      return ['owner', 'order']
    case 'by':
      return [field ?? '*']
    case 'every':
      return [field ?? '*']
    case 'name':
      return ['name', 'shortName']
    case 'code':
      return ['code']
    case 'awaited':
      return ['name', 'code']
    default:
      return none
  }
}

/** Fields of the element that is left which decide where it leads. */
function edgesFrom({ way, field }: Hop): readonly string[] {
  switch (way) {
    case 'owner':
      return ['owner']
    case 'ref':
    case 'every':
      return [field ?? '*']
    case 'name':
      return ['name', 'shortName']
    case 'code':
      return ['code']
    case 'awaited':
      return ['formula']
    default:
      return none
  }
}

const everyKind: ReadonlySet<string> = new Set(kinds.map(kind => kind.name))

function kindsAfter({ way, kind, field }: Hop, from: ReadonlySet<string>): ReadonlySet<string> {
  switch (way) {
    case 'owner':
      return new Set([...from].flatMap(one => kindOf(one)?.parents ?? none))
    case 'ref':
    case 'every': {
      const allowed = [...from].flatMap(one => targetKinds(kindOf(one)?.fields[field ?? '']))
      invariant(allowed.length > 0, `no reference ${field} in ${[...from].join(', ')}`)
      return allowed.includes('*') ? everyKind : new Set(allowed)
    }
    case 'owned':
    case 'by':
    case 'all':
      invariant(kind === undefined || everyKind.has(kind), `no kind ${kind}`)
      invariant(kind === undefined || way !== 'by' || field === undefined || kindOf(kind)?.fields[field] !== undefined, `no field ${field}`)
      return kind === undefined ? everyKind : new Set([kind])
    case 'awaited':
      return new Set(['dataItem', 'indicator'])
    default:
      return from
  }
}

const targetKinds = (field: Field | undefined): readonly string[] => [
  ...(field?.refersTo ?? none),
  ...Object.values(field?.columns ?? {}).flatMap(column => column.refersTo ?? none),
]

/** What of a plan a change of one element concerns; where two versions gave one id to two kinds, everything of both. */
export function* watching({ byKind }: Plan, before: Element | undefined, after: Element | undefined): Iterable<Watch> {
  if (before && after && before.kind === after.kind) {
    for (const watch of byKind.get(after.kind) ?? none) if (watch.fields === undefined || differs(watch.fields, before, after)) yield watch
    return
  }
  if (before) yield* byKind.get(before.kind) ?? none
  if (after) yield* byKind.get(after.kind) ?? none
}

function differs(fields: ReadonlySet<string>, before: Element, after: Element): boolean {
  for (const field of fields) if (before[field] !== after[field] && !same(before[field], after[field])) return true
  return false
}
