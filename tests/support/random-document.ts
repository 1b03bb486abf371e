import { keysAfter } from '#model/base/order-key.ts'
import { tidy } from '#model/document/draft.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { kinds } from '#model/kinds/index.ts'
import { commonFields, type Kind } from '#model/schema/define-kind.ts'
import type { Element, FieldValue } from '#model/schema/element.ts'
import { chanceFor, chanceFrom } from '#demo/index.ts'
import { type IdsOf, randomName, randomText, randomValue } from './random-values.ts'

/** What a random element is made from; a list of them is a document, and any part of the list is one too. */
export interface Recipe {
  readonly kind: number
  readonly owner: number
  readonly seed: number
}

const allKinds: readonly Kind[] = kinds

/** Kinds that own or are owned stand in the list four times: trees and cycles are what breaks, and a flow needs its steps. */
const likelyKinds: readonly Kind[] = allKinds.flatMap(kind => {
  const inTree = kind.parents !== undefined || allKinds.some(other => other.parents?.includes(kind.name))
  return inTree ? [kind, kind, kind, kind] : [kind]
})

/** A whole document: owners before what they own, references to what is there, one document element at most. */
export function documentFrom(recipes: readonly Recipe[]): Snapshot {
  const placed: Element[] = []
  const orders = keysAfter(undefined, recipes.length)
  for (const [index, { kind: number, owner: place, seed }] of recipes.entries()) {
    const kind = likelyKinds[number % likelyKinds.length]
    if (kind === undefined || (kind.name === 'document' && placed.some(one => one.kind === 'document'))) continue
    const owners = placed.filter(one => kind.parents?.includes(one.kind))
    const owner = kind.needsOwner || place % 3 > 0 ? owners[place % Math.max(owners.length, 1)] : undefined
    if (kind.needsOwner && owner === undefined) continue
    const stands = owner === undefined ? {} : { owner: owner.id, order: orders[index] ?? 'a0' }
    placed.push({ id: `e${index}`, kind: kind.name, name: randomName(chanceFrom(seed)), ...stands })
  }
  return withFields(placed, recipes)
}

function withFields(placed: readonly Element[], recipes: readonly Recipe[]): Snapshot {
  const idsOf: IdsOf = wanted => placed.filter(one => wanted.includes('*') || wanted.includes(one.kind)).map(one => one.id)
  const filled = placed.map(element => {
    const kind = allKinds.find(one => one.name === element.kind)
    const seed = recipes[Number(element.id.slice(1))]?.seed ?? 0
    return kind ? { ...element, ...randomFields(kind, idsOf, seed) } : element
  })
  return snapshotOf(filled.map(tidy))
}

/** About half of the fields of a kind, each with a value it allows. */
export function randomFields(kind: Kind, idsOf: IdsOf, seed: number): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries({ ...commonFields, ...kind.fields })) {
    const chance = chanceFor(seed, name)
    const value = chance.once(2) || field.whenGone === 'remove' ? randomValue(field, idsOf, chance) : undefined
    if (value !== undefined && field.schema.safeParse(value).success) fields[name] = value
  }
  const chance = chanceFor(seed, 'custom')
  if (chance.once(4)) fields['custom'] = { constructor: randomText(chance), f1: '值' }
  if (chance.once(4)) fields['code'] = `K-${chance.below(9)}`
  return fields
}
