import { keysAfter } from '#model/base/order-key.ts'
import { invariant } from '#model/base/invariant.ts'
import { breachesOf } from '#model/derive/index.ts'
import { tidy } from '#model/document/draft.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { type ElementOf, type KindName, kindOf, kinds } from '#model/kinds/index.ts'
import { setTypes } from '#model/schema/define-field.ts'
import type { Element, ElementId, FieldValue } from '#model/schema/element.ts'

/** What may be said of an element; sets in any order, its place among siblings follows from the order of building. */
export type Said<K extends KindName> = Partial<Omit<ElementOf<K>, 'id' | 'kind' | 'name' | 'order'>>

/** One function per kind: adds an element and gives its id, to be used in those that follow. */
export type Builder = { readonly [K in KindName]: (name: string, said?: Said<K>) => ElementId }

/** A document built in a test, with its elements by name. */
export interface Built {
  readonly snapshot: Snapshot
  /** The id of the only element of this name. Throws when there is none, or several. */
  readonly id: (name: string) => ElementId
}

/**
 * Builds a document: `build(d => d.item('进出港报告', { lead: d.organisation('执法队') }))`.
 * Throws `InvariantError` when the result is not whole, so that a test never stands on a broken document.
 */
export function build(make: (builder: Builder) => void): Built {
  const elements: Element[] = []
  const builder = Object.fromEntries(kinds.map(({ name }) => [name, (title: string, said = {}) => added(elements, name, title, said)]))
  make(builder as Builder)
  const snapshot = snapshotOf(elements)
  const breaches = breachesOf(snapshot)
  invariant(breaches.length === 0, `built a broken document: ${JSON.stringify(breaches[0])}`)
  return { snapshot, id: name => onlyNamed(elements, name) }
}

function added(elements: Element[], kind: KindName, name: string, said: { readonly [field: string]: FieldValue | undefined }): ElementId {
  const id = `${kind}-${elements.filter(element => element.kind === kind).length + 1}`
  const owner = said['owner']
  const siblings = elements.filter(element => element.owner === owner).length
  const order = owner === undefined ? {} : { order: keysAfter(undefined, siblings + 1).at(-1) ?? '' }
  elements.push(tidy({ ...sorted(kind, said), id, kind, name, ...order }))
  return id
}

function sorted(kind: KindName, said: { readonly [field: string]: FieldValue | undefined }): Record<string, FieldValue | undefined> {
  const fields: Record<string, FieldValue | undefined> = { ...said }
  for (const [name, field] of Object.entries(kindOf(kind)?.fields ?? {})) {
    const value = fields[name]
    if (setTypes.has(field.type) && Array.isArray(value)) fields[name] = [...new Set(value as readonly string[])].sort()
  }
  return fields
}

function onlyNamed(elements: readonly Element[], name: string): ElementId {
  const [found, ...others] = elements.filter(element => element.name === name)
  invariant(found !== undefined && others.length === 0, `${others.length + 1} elements named ${name}`)
  return found.id
}
