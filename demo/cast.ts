import type { ElementId } from '#model/schema/element.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Names, namesFrom } from './words.ts'

/** Elements of each kind for every 3,000: one bureau, as `docs/benchmarks.md` describes it. */
const shape = {
  document: 1,
  organisation: 20,
  system: 14,
  coreBusiness: 5,
  module: 15,
  unit: 30,
  item: 150,
  flow: 20,
  step: 90,
  link: 70,
  collaboration: 30,
  indicator: 35,
  dataItem: 1000,
  requirement: 1000,
  resource: 60,
  service: 60,
  sharing: 400,
} as const

export type CastKind = keyof typeof shape

export type Counts = { readonly [Kind in CastKind]: number }

/** The elements of a document before they are written: their ids by kind, and the stream of chance they are written from. */
export interface Cast {
  readonly counts: Counts
  readonly ids: { readonly [Kind in CastKind]: readonly ElementId[] }
  readonly chance: Chance
  readonly names: Names
}

/** How many elements of each kind a document of `size` has: the same shape at every size, or growth would mean nothing. */
export function countsFor(size: number): Counts {
  const scaled = (kind: CastKind): number => Math.max(1, Math.round((shape[kind] * size) / 3000))
  const counts = Object.fromEntries((Object.keys(shape) as CastKind[]).map(kind => [kind, scaled(kind)])) as Record<CastKind, number>
  counts.document = 1
  counts.requirement = counts.dataItem
  counts.service = counts.resource
  counts.link = counts.step - counts.flow
  counts.sharing += size - Object.values(counts).reduce((sum, count) => sum + count, 0)
  return counts
}

export function castFor(size: number, seed: number): Cast {
  const chance = chanceFrom(seed)
  const counts = countsFor(size)
  const newId = newIds(chance)
  const ids: { [Kind in CastKind]?: ElementId[] } = {}
  for (const kind of Object.keys(shape) as CastKind[]) ids[kind] = Array.from({ length: counts[kind] }, newId)
  return { counts, ids: ids as Cast['ids'], chance, names: namesFrom(chance) }
}

/** Ids without order or likeness, like those the program gives. */
function newIds(chance: Chance): () => ElementId {
  const given = new Set<ElementId>()
  const part = (): string =>
    chance
      .below(36 ** 6)
      .toString(36)
      .padStart(6, '0')
  return () => {
    for (;;) {
      const id = part() + part()
      if (given.has(id)) continue
      given.add(id)
      return id
    }
  }
}

/** Which of `parents` the member at `index` of `members` belongs to, when they are dealt out evenly and in order. */
export const parentOf = (index: number, members: number, parents: number): number => Math.floor((index * parents) / members)

/** The first member of a parent dealt out by `parentOf`; that of the next parent is the end. */
export const firstOf = (parent: number, members: number, parents: number): number => Math.ceil((parent * members) / parents)

/** The id at an index that is known to be there. */
export const at = (ids: readonly ElementId[], index: number): ElementId => ids[index % ids.length] ?? ''

export const anyOf = ({ chance }: Cast, ids: readonly ElementId[]): ElementId => at(ids, chance.below(ids.length))

/** Members of a set field: sorted, without doubles. */
export const asSet = (members: Iterable<string>): readonly string[] => [...new Set(members)].sort()
