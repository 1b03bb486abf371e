import { canonical } from '../../base/json.ts'
import { codeUnitCompare } from '../../base/text.ts'
import { kindOf } from '../../kinds/index.ts'
import type { Field } from '../../schema/define-field.ts'
import type { Kind } from '../../schema/define-kind.ts'
import type { Element, ElementId, FieldValue } from '../../schema/element.ts'
import { type Reference, referencesOf, withoutReferences } from '../../schema/references.ts'
import type { LeftOutConflict } from '../conflict.ts'
import type { Branches, Merged } from '../branches.ts'
import { placeOf } from './merge-element.ts'
import { at, cycleFrom } from './merge-tree.ts'

/** The merged document as this room reads it while it comes to rest. */
interface Reading {
  readonly branches: Branches
  readonly merged: Merged
  readonly get: (id: ElementId) => Element | undefined
  /** The element for want of which one cannot stay. */
  readonly missing: (element: Element, without: ElementId) => undefined
}

/**
 * Makes the merged document whole: nothing without its owner, no reference to what is not there. `gone` was removed by choice,
 * and what stood in it goes with it; whatever else finds no place is given back as left out.
 */
export function attach(branches: Branches, merged: Merged, gone: ReadonlySet<ElementId>): readonly LeftOutConflict[] {
  const get = (id: ElementId): Element | undefined => (merged.has(id) ? merged.get(id) : branches.base.get(id))
  const follows = new Set(gone)
  const leftOut: LeftOutConflict[] = []
  const missing = ({ id }: Element, without: ElementId): undefined => {
    if (follows.has(without)) follows.add(id)
    else leftOut.push({ code: 'left-out', id: `left-out:${id}`, element: id, without })
  }
  const reading: Reading = { branches, merged, get, missing }
  let open: Iterable<ElementId> = [...merged.keys()]
  for (;;) {
    let dropped = false
    for (const id of open) {
      const element = get(id)
      const after = element && attached(element, reading)
      if (element !== after) merged.set(id, after)
      if (element && !after) dropped = true
    }
    if (!dropped) return leftOut
    // What went may be an element that both sides left alone, with others in it or referring to it.
    open = [...new Set([...merged.keys(), ...branches.base.keys()])]
  }
}

function attached(element: Element, reading: Reading): Element | undefined {
  const placed = withOwner(element, reading)
  return placed && withReferences(placed, reading)
}

/** The element below an owner that is there: its own, else the one a side gave it, else none if it may stand alone. */
function withOwner(element: Element, { branches, merged, get, missing }: Reading): Element | undefined {
  const { owner } = element
  if (fits(element, owner, get)) return element
  const sides = [branches.ours.get(element.id), branches.theirs.get(element.id)].flatMap(side => (side ? [placeOf(side)] : []))
  for (const place of sides.sort((a, b) => codeUnitCompare(canonical(a), canonical(b)))) {
    if (!fits(element, place.owner, get)) continue
    const moved = at(element, place)
    merged.set(element.id, moved)
    if (cycleFrom(element.id, branches, merged) === undefined) return moved
    merged.set(element.id, element)
  }
  const belongs = sides.length < 2 || kindOf(element.kind)?.needsOwner === true
  return belongs && owner !== undefined ? missing(element, owner) : at(element, {})
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
    if (value === undefined && needed) return reading.missing(element, loose.find(one => one.field === name)?.to ?? '')
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
