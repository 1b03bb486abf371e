import { canonical, same } from '../base/json.ts'
import { fieldOf } from '../operations/checked-fields.ts'
import type { Field } from '../schema/define-field.ts'
import type { Kind } from '../schema/define-kind.ts'
import type { Element, FieldValue, FormulaText } from '../schema/element.ts'
import { formulaKey } from './formula-key.ts'

/** Objects whose members are compared one by one, as `custom.<key>` and `settings.<key>`. */
const byMember: ReadonlySet<string> = new Set(['custom', 'settings'])

/** What says which element it is; it does not change. */
const identity: ReadonlySet<string> = new Set(['id', 'kind'])

/** The fields of an element as they are compared and merged, identity left out. */
export function comparedFields(element: Element): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>()
  for (const [name, value] of Object.entries(element)) {
    if (value === undefined || identity.has(name)) continue
    const members = byMember.has(name)
      ? Object.entries(value).map(([key, member]) => [`${name}.${key}`, member] as const)
      : [[name, value] as const]
    for (const [path, member] of members) if (member !== undefined) fields.set(path, member as FieldValue)
  }
  return fields
}

/** The element with these compared fields. */
export function fromComparedFields({ id, kind }: Element, fields: ReadonlyMap<string, FieldValue>): Element {
  const result: Record<string, FieldValue> = { id, kind }
  for (const [path, value] of fields) {
    const dot = path.indexOf('.')
    if (dot < 0) result[path] = value
    else result[path.slice(0, dot)] = { ...(result[path.slice(0, dot)] as object), [path.slice(dot + 1)]: value }
  }
  return result as Element
}

/** The declaration behind a compared field. */
export const declarationOf = (kind: Kind | undefined, path: string): Field | undefined => (kind ? fieldOf(kind, path) : undefined)

/** Equality as a person sees it: formulas by their meaning, so that a renamed operand is no difference (contracts C4.4). */
export function sameMeaning(field: Field | undefined, a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (same(a, b)) return true
  if (field?.type !== 'formula' || a === undefined || b === undefined) return false
  return formulaKey(a as FormulaText) === formulaKey(b as FormulaText)
}

/** One of two values with the same meaning, whichever side it comes from. */
export const firstOf = (a: FieldValue, b: FieldValue): FieldValue => (canonical(a) <= canonical(b) ? a : b)
