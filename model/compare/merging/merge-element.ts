import { same } from '../../base/json.ts'
import { kindOf } from '../../kinds/index.ts'
import { type Field, setTypes } from '../../schema/define-field.ts'
import type { Kind } from '../../schema/define-kind.ts'
import type { Element, ElementId, FieldValue } from '../../schema/element.ts'
import { withoutReferences } from '../../schema/references.ts'
import { comparedFields, declarationOf, firstOf, fromComparedFields, sameMeaning } from '../compared-fields.ts'
import type { Choices, FieldConflict } from '../conflict.ts'

/** What a merge of single elements needs to know of the whole. */
export interface MergeContext {
  readonly choices: Choices
  /** Ids of the base that a side no longer has. */
  readonly removed: { readonly ours: ReadonlySet<ElementId>; readonly theirs: ReadonlySet<ElementId> }
  readonly report: (conflict: FieldConflict) => void
}

/** A value in the base and in both copies. */
interface Three<T> {
  readonly base: T
  readonly ours: T
  readonly theirs: T
}

type Value = FieldValue | undefined

/** Three versions of one element as one: field by field, sets member by member, its place as one value. */
export function mergeElement(versions: Three<Element>, context: MergeContext): Element {
  const { base, ours, theirs } = versions
  const kind = kindOf(base.kind)
  const fields = { base: comparedFields(base), ours: comparedFields(ours), theirs: comparedFields(theirs) }
  const merged = new Map<string, FieldValue>()
  for (const path of new Set([...fields.base.keys(), ...fields.ours.keys(), ...fields.theirs.keys()])) {
    if (path === 'owner' || path === 'order') continue
    const three = { base: fields.base.get(path), ours: fields.ours.get(path), theirs: fields.theirs.get(path) }
    const value = mergeField(three, { element: base.id, path, field: declaredField(kind, path), context })
    if (value !== undefined) merged.set(path, value)
  }
  for (const [name, value] of Object.entries(mergePlace(versions, context))) if (value !== undefined) merged.set(name, value)
  return fromComparedFields(base, merged)
}

const declaredField = (kind: Kind | undefined, path: string): Field | undefined => declarationOf(kind, path)

interface FieldPlace {
  readonly element: ElementId
  readonly path: string
  readonly field: Field | undefined
  readonly context: MergeContext
}

function mergeField(three: Three<Value>, { element, path, field, context }: FieldPlace): Value {
  const easy = agreed(three, same)
  if (easy !== undefined) return easy.value
  if (field && setTypes.has(field.type)) return mergeMembers(three)
  const meant = agreed(three, (a, b) => sameMeaning(field, a, b))
  if (meant !== undefined) return meant.value
  const followed = withoutConsequences(three, field, context)
  if (followed !== undefined) return followed.value
  const id = `field:${element}:${path}`
  context.report({ code: 'field', id, element, field: path, ...three })
  const choice = context.choices.get(id)
  return choice === undefined ? three.base : three[choice]
}

/** The value on which nobody disagrees; undefined when there is none. */
function agreed({ base, ours, theirs }: Three<Value>, equal: (a: Value, b: Value) => boolean): { readonly value: Value } | undefined {
  if (equal(ours, theirs)) return { value: ours === undefined || theirs === undefined || same(ours, theirs) ? ours : firstOf(ours, theirs) }
  if (equal(ours, base)) return { value: theirs }
  if (equal(theirs, base)) return { value: ours }
  return undefined
}

/** Nobody's member is lost, and what either side took out is out. */
function mergeMembers({ base, ours, theirs }: Three<Value>): Value {
  const of = (value: Value): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])
  const mine = new Set(of(ours))
  const others = new Set(of(theirs))
  const gone = new Set(of(base).filter(member => !mine.has(member) || !others.has(member)))
  const members = [...new Set([...mine, ...others])].filter(member => !gone.has(member)).sort()
  return members.length > 0 ? members : undefined
}

/** A reference that was cleared because its target was removed is no edit: the edit of the other side stands. */
function withoutConsequences(
  { base, ours, theirs }: Three<Value>,
  field: Field | undefined,
  { removed }: MergeContext,
): { readonly value: Value } | undefined {
  if (field === undefined || base === undefined) return undefined
  const rest = (gone: ReadonlySet<ElementId>): Value => {
    const left = withoutReferences(field, base, gone)
    return Array.isArray(left) && left.length === 0 ? undefined : left
  }
  if (field.refersTo === undefined && field.type !== 'lines') return undefined
  if (same(ours, rest(removed.ours))) return { value: theirs }
  if (same(theirs, rest(removed.theirs))) return { value: ours }
  return undefined
}

/** Where an element stands in the tree. */
export interface TreePlace {
  readonly owner: ElementId | undefined
  readonly order: string | undefined
}

export const placeOf = ({ owner, order }: Element): TreePlace => ({ owner, order })

/** A move to another owner wins over a new order below the old one; two moves to different owners are a conflict. */
function mergePlace(versions: Three<Element>, { choices, report }: MergeContext): TreePlace {
  const base = placeOf(versions.base)
  const ours = placeOf(versions.ours)
  const theirs = placeOf(versions.theirs)
  if (same(ours, theirs) || same(theirs, base)) return ours
  if (same(ours, base)) return theirs
  const together = ours.owner === theirs.owner
  // Both moved it to one owner: each computed an order key, and either will do.
  if (together && ours.owner !== base.owner) return (ours.order ?? '') < (theirs.order ?? '') ? ours : theirs
  if (!together && ours.owner === base.owner) return theirs
  if (!together && theirs.owner === base.owner) return ours
  const field = together ? 'order' : 'owner'
  const id = `field:${versions.base.id}:${field}`
  report({ code: 'field', id, element: versions.base.id, field, base: base[field], ours: ours[field], theirs: theirs[field] })
  const choice = choices.get(id)
  return choice === undefined ? base : { ours, theirs }[choice]
}
