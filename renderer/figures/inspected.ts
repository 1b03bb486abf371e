import { kindOf } from '#model/kinds/index.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import { readyOf, type Ready } from '#model/method/readiness.ts'
import type { Field } from '#model/schema/define-field.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { referencesOf } from '#model/schema/references.ts'
import { text } from '#words/index.ts'
import type { Now } from '../session/now.ts'
import { shownValue } from './formula-text.ts'
import { type Found, findingsAt, grouped } from './found.ts'
import { kindLabel } from './texts.ts'

/** An element another one leads to. */
export interface Target {
  readonly id: ElementId
  readonly name: string
  readonly kind: string
}

export interface FieldLine {
  readonly field: string
  readonly label: string
  readonly help: string
  /** Empty where nothing is filled in. */
  readonly value: string
  /** What it refers to, in place of the text. */
  readonly targets: readonly Target[]
}

export interface Group {
  readonly title: string
  readonly lines: readonly FieldLine[]
}

/** Elements that refer to this one through the same field. */
export interface Incoming {
  readonly label: string
  readonly from: readonly Target[]
}

/** All an inspector shows of an element. */
export interface Inspected {
  readonly id: ElementId
  readonly kind: string
  readonly help: string
  readonly name: string
  readonly code: string
  readonly path: readonly Target[]
  readonly ready: Ready | undefined
  readonly groups: readonly Group[]
  readonly parts: readonly Incoming[]
  readonly incoming: readonly Incoming[]
  readonly findings: readonly Found[]
}

/** Everything about an element, read from the declaration of its kind; undefined when it is gone. */
export function inspected(id: ElementId, now: Now): Inspected | undefined {
  const element = now.view.get(id)
  const kind = element && kindOf(element.kind)
  if (element === undefined || kind === undefined) return undefined
  const { lookups } = now.view
  const owned = lookups.ownedBy(id).map(from => ({ from, label: kindLabel(now.view.get(from)?.kind ?? '') }))
  const referring = lookups.referrersOf(id).map(one => ({ from: one.from, label: labelOf(one.kind, one.field) }))
  return {
    id,
    kind: kind.label,
    help: kind.help,
    name: element.name,
    code: element.code ?? '',
    path: pathOf(element, now),
    ready: readyOf(element, now.view),
    groups: groupsOf(element, now),
    parts: gathered(owned, now),
    incoming: gathered(referring, now),
    findings: findingsAt(now, id),
  }
}

function labelOf(kind: string, field: string): string {
  const declared = kindOf(kind)
  return text('screens/by-field', { kind: declared?.label, field: declared?.fields[field]?.label ?? field })
}

/** Owners, the topmost first. */
function pathOf(element: Element, now: Now): readonly Target[] {
  const path: Target[] = []
  for (let one = now.view.get(element.owner ?? ''); one; one = now.view.get(one.owner ?? '')) path.unshift(...targetOf(one.id, now))
  return path
}

function groupsOf(element: Element, now: Now): readonly Group[] {
  const kind = kindOf(element.kind)
  const fields: readonly (readonly [string, Field])[] = [...Object.entries(kind?.fields ?? {}), ...Object.entries(commonFields)]
  const lines = fields.filter(([, { type }]) => type !== 'settings')
  return Array.from(
    grouped(lines, ([, { group }]) => group ?? text('screens/group-main')),
    ([title, members]): Group => ({ title, lines: members.map(([field, declared]) => lineOf(element, field, declared, now)) }),
  )
}

function lineOf(element: Element, field: string, declared: Field, now: Now): FieldLine {
  const kind = kindOf(element.kind)
  const isReference = ['ref', 'refs', 'refList'].includes(declared.type)
  const targets = isReference && kind ? referencesOf(kind, element).filter(one => one.field === field) : []
  return {
    field,
    label: declared.label,
    help: declared.help ?? '',
    value: shownValue(declared, element[field], now.wording),
    targets: targets.flatMap(({ to }) => targetOf(to, now)),
  }
}

function targetOf(id: ElementId, { view }: Now): Target[] {
  const element = view.get(id)
  return element ? [{ id, name: element.name || text('screens/nameless'), kind: kindLabel(element.kind) }] : []
}

const gathered = (list: readonly { readonly from: ElementId; readonly label: string }[], now: Now): readonly Incoming[] =>
  Array.from(
    grouped(list, one => one.label),
    ([label, members]): Incoming => ({ label, from: members.flatMap(({ from }) => targetOf(from, now)) }),
  )
