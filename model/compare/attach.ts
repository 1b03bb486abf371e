import { canonical } from '../base/json.ts'
import { codeUnitCompare } from '../base/text.ts'
import { kindOf } from '../kinds/index.ts'
import type { Field } from '../schema/define-field.ts'
import type { Kind } from '../schema/define-kind.ts'
import type { Element, ElementId, FieldValue } from '../schema/element.ts'
import { type Reference, referencesOf, withoutReferences } from '../schema/references.ts'
import type { Branches, Merged } from './merge.ts'
import { placeOf } from './merge-element.ts'
import { at, cycleFrom } from './merge-tree.ts'

/** The merged document as this room reads it while it comes to rest. */
interface Reading {
  readonly branches: Branches
  readonly merged: Merged
  readonly get: (id: ElementId) => Element | undefined
}

/**
 * Makes the merged document whole: nothing without its owner, no reference to what is not there. What only a removal that was
 * chosen can take away goes with it; whatever both sides still have finds a place.
 */
export function attach(branches: Branches, merged: Merged, kept: ReadonlySet<ElementId>): void {
  const get = (id: ElementId): Element | undefined => (merged.has(id) ? merged.get(id) : branches.base.get(id))
  const reading: Reading = { branches, merged, get }
  let open: Iterable<ElementId> = [...merged.keys(), ...kept]
  for (;;) {
    let dropped = false
    for (const id of open) {
      const element = get(id)
      const after = element && attached(element, reading)
      if (element !== after) merged.set(id, after)
      if (element && !after) dropped = true
    }
    if (!dropped) return
    // What went may be an element that both sides left alone, with others in it or referring to it.
    open = [...new Set([...merged.keys(), ...branches.base.keys()])]
  }
}

function attached(element: Element, reading: Reading): Element | undefined {
  const placed = withOwner(element, reading)
  return placed && withReferences(placed, reading)
}

function withOwner(element: Element, { branches, merged, get }: Reading): Element | undefined {
  if (fits(element, element.owner, get)) return element
  const ours = branches.ours.get(element.id)
  const theirs = branches.theirs.get(element.id)
  const places = [ours, theirs].flatMap(side => (side ? [placeOf(side)] : [])).sort((a, b) => codeUnitCompare(canonical(a), canonical(b)))
  for (const { owner, order } of places) {
    if (!fits(element, owner, get)) continue
    const moved = at(element, { owner, order })
    merged.set(element.id, moved)
    if (cycleFrom(element.id, branches, merged) === undefined) return moved
    merged.set(element.id, element)
  }
  return ours && theirs && !kindOf(element.kind)?.needsOwner ? at(element, {}) : undefined
}

function fits(element: Element, owner: ElementId | undefined, get: Reading['get']): boolean {
  const kind = kindOf(element.kind)
  if (owner === undefined) return kind?.needsOwner !== true
  return kind?.parents?.includes(get(owner)?.kind ?? '') === true
}

function withReferences(element: Element, reading: Reading): Element | undefined {
  const kind = kindOf(element.kind)
  const loose = kind ? looseReferences(kind, element, reading) : []
  if (kind === undefined || loose.length === 0) return element
  const fields: Record<string, FieldValue | undefined> = { ...element }
  for (const name of new Set(loose.map(({ field }) => field))) {
    const value = mended(element, name, { kind, loose, reading })
    const needed = kind.fields[name]?.whenGone === 'remove'
    if (value === undefined && needed) return undefined
    fields[name] = value
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Element
}

const looseReferences = (kind: Kind, element: Element, { get }: Reading): Reference[] =>
  referencesOf(kind, element).filter(({ to, allowed }) => {
    const target = get(to)
    return target === undefined || !(allowed.includes(target.kind) || allowed.includes('*'))
  })

interface Mending {
  readonly kind: Kind
  readonly loose: readonly Reference[]
  readonly reading: Reading
}

/** The value without what is not there: the value of a side where that is whole, else what is left of this one. */
function mended(element: Element, name: string, { kind, loose, reading }: Mending): FieldValue | undefined {
  const field: Field | undefined = kind.fields[name]
  const value = element[name]
  if (field === undefined || value === undefined) return undefined
  if (field.type === 'ref' || field.whenGone === 'remove') {
    const sides = [reading.branches.ours, reading.branches.theirs].flatMap(side => side.get(element.id)?.[name] ?? [])
    const whole = sides.filter(one => looseReferences(kind, { ...element, [name]: one }, reading).every(other => other.field !== name))
    return whole.sort((a, b) => codeUnitCompare(canonical(a), canonical(b)))[0]
  }
  const left = withoutReferences(field, value, new Set(loose.filter(one => one.field === name).map(({ to }) => to)))
  return Array.isArray(left) && left.length === 0 ? undefined : left
}
