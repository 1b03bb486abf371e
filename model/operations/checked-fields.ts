import { ok, type Result } from '../base/result.ts'
import { compareKey } from '../base/text.ts'
import type { Draft, Patch } from '../document/draft.ts'
import { type Refusal, refuse } from '../document/operation.ts'
import { type Field, setTypes } from '../schema/define-field.ts'
import { commonFields, type Kind } from '../schema/define-kind.ts'
import type { Element, FieldValue } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'

/** The declaration of a field, `name` and `code` aside; undefined when the kind has no such field. */
export function fieldOf(kind: Kind, field: string): Field | undefined {
  const own = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined
  return own ?? (Object.hasOwn(commonFields, field) ? commonFields[field as keyof typeof commonFields] : undefined)
}

/** Fields that are changed by other operations, or never. */
const placed: ReadonlySet<string> = new Set(['id', 'kind', 'owner', 'order'])

/**
 * The patch in stored form (sets sorted and without doubles), or why it may not be set: unknown field, value that does not
 * parse, reference to nothing or to the wrong kind, classified data.
 */
export function checkedFields(draft: Draft, kind: Kind, fields: Patch): Result<Patch, Refusal> {
  const result: Record<string, FieldValue | undefined> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (placed.has(name)) return refuse('field-unknown', { kind: kind.name, field: name })
    const checked = checkedField(draft, kind, name, value)
    if (!checked.ok) return checked
    result[name] = checked.value
  }
  return isClassified(kind, result) ? refuse('classified-refused', { kind: kind.name }) : ok(result)
}

function checkedField(draft: Draft, kind: Kind, name: string, value: FieldValue | undefined): Result<FieldValue | undefined, Refusal> {
  const field = fieldOf(kind, name)
  if (field === undefined && !['name', 'code', 'custom'].includes(name)) return refuse('field-unknown', { kind: kind.name, field: name })
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return ok(undefined)
  const stored = field && setTypes.has(field.type) && Array.isArray(value) ? asSet(value as readonly string[]) : value
  const probe = { id: 'x', kind: kind.name, name: '', [name]: stored } as Element
  if (!kind.accepts(probe)) return refuse('value-invalid', { kind: kind.name, field: name, value: shortly(value) })
  for (const reference of referencesOf(kind, probe)) {
    const target = draft.get(reference.to)
    if (target === undefined) return refuse('reference-unknown', { field: name, value: reference.to })
    if (!reference.allowed.includes(target.kind) && !reference.allowed.includes('*'))
      return refuse('reference-wrong-kind', { field: name, value: target.name, kind: target.kind, allowed: reference.allowed })
  }
  return ok(stored)
}

const asSet = (members: readonly string[]): readonly string[] => [...new Set(members)].sort()

const shortly = (value: FieldValue): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)

/** State secrets are never stored here. Source: domain §6 CHK-L8-SECRET, reliability G1. */
function isClassified(kind: Kind, patch: Patch): boolean {
  const secret = Object.entries(kind.fields).find(([, field]) => field.list === 'secretLevel')?.[0]
  const value = secret === undefined ? undefined : patch[secret]
  return typeof value === 'string' && !['unclassified', '0', compareKey('非涉密')].includes(compareKey(value))
}
