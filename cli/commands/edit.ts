import { compareKey } from '#model/base/text.ts'
import { kindOf } from '#model/kinds/index.ts'
import { add, duplicate, move, remove, setFields } from '#model/operations/index.ts'
import { fieldOf } from '#model/operations/checked-fields.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import { type Field, setTypes } from '#model/schema/define-field.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import type { FieldValue } from '#model/schema/element.ts'
import { readValue } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import { kindLabel, titleOf } from '../output/describe.ts'
import type { DocumentFile } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { elementOf } from '../opened.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'
import { kindNamed } from './list.ts'

/** A field by its name in the code or its Chinese label; throws `CommandError` with the fields of the kind. */
function fieldNamed(kind: Kind, written: string): readonly [string, Field | undefined] {
  if (written === 'name' || written === '名称') return ['name', undefined]
  if (written === 'code' || written === '编码') return ['code', undefined]
  const own = fieldOf(kind, written)
  if (own) return [written, own]
  const key = compareKey(written)
  const found = [...Object.entries(kind.fields), ...Object.entries(commonFields)].find(
    ([name, field]) => compareKey(field.label) === key || compareKey(name) === key,
  )
  if (found) return found
  const fields = Object.entries(kind.fields).map(([name, field]) => `${name}（${field.label}）`)
  throw new CommandError(
    'field-unknown',
    `${text('refusal/field-unknown', { kind: kind.label, field: written })}\n${text('cli/fields', { fields: fields.join('、') })}`,
    exitCodes.usage,
  )
}

/** The stored value for what a person wrote; throws `CommandError` with the sentence that says why not. */
function understood(document: DocumentFile, field: Field | undefined, written: string): FieldValue | undefined {
  if (field === undefined) return written === '' ? undefined : written
  const read = readValue(field, written, document.wording())
  if (read.ok) return read.value
  const { code, value, options } = read.error
  throw new CommandError(code, text(`value/${code}`, { value, options: options ?? [] }), exitCodes.usage)
}

export async function addElement(
  document: DocumentFile,
  kindWritten: string,
  name: string,
  options: { readonly under?: string; readonly fields: readonly string[] },
): Promise<Outcome> {
  const kind = kindOf(kindNamed(kindWritten)) as Kind
  const fields: Record<string, FieldValue | undefined> = {}
  for (const assignment of options.fields) {
    const equals = assignment.indexOf('=')
    if (equals < 1) throw new CommandError('usage', text('cli/assignment', { written: assignment }), exitCodes.usage)
    const [field, declared] = fieldNamed(kind, assignment.slice(0, equals))
    fields[field] = understood(document, declared, assignment.slice(equals + 1))
  }
  const owner = options.under === undefined ? {} : { owner: elementOf(document, options.under).id }
  const { id } = document.run(add, { kind: kind.name, name, ...owner, fields })
  await document.save('element/add')
  return { json: { id, kind: kind.name, name }, text: text('cli/added', { kind: kind.label, name, id }) }
}

export async function setField(
  document: DocumentFile,
  written: string,
  fieldWritten: string,
  change: { readonly value?: string; readonly add?: string; readonly remove?: string },
): Promise<Outcome> {
  const { value } = change
  const element = elementOf(document, written)
  const kind = kindOf(element.kind) as Kind
  const [field, declared] = fieldNamed(kind, fieldWritten)
  const next = value === undefined ? changedMembers(document, declared, element[field], change) : understood(document, declared, value)
  document.run(setFields, { id: element.id, fields: { [field]: next } })
  await document.save('element/set-fields')
  return {
    json: { id: element.id, field, value: document.get(element.id)?.[field] ?? null },
    text: text('cli/set', { kind: kind.label, name: titleOf(element), field: declared?.label ?? field }),
  }
}

/** A set with members added and taken away. */
function changedMembers(
  document: DocumentFile,
  field: Field | undefined,
  current: FieldValue | undefined,
  members: { readonly add?: string; readonly remove?: string },
): FieldValue {
  if (field === undefined || !setTypes.has(field.type))
    throw new CommandError('usage', text('cli/not-a-set', { field: field?.label ?? '' }), exitCodes.usage)
  const set = new Set((current as readonly string[] | undefined) ?? [])
  for (const one of (understood(document, field, members.add ?? '') as readonly string[] | undefined) ?? []) set.add(one)
  for (const one of (understood(document, field, members.remove ?? '') as readonly string[] | undefined) ?? []) set.delete(one)
  return [...set].sort()
}

export async function removeElement(document: DocumentFile, written: string): Promise<Outcome> {
  const element = elementOf(document, written)
  const before = document.session.snapshot().size
  document.run(remove, { ids: [element.id] })
  const removed = before - document.session.snapshot().size
  await document.save('element/remove', { mayShrink: true })
  return { json: { removed }, text: text('cli/removed', { kind: kindLabel(element.kind), name: titleOf(element), others: removed - 1 }) }
}

export async function moveElement(
  document: DocumentFile,
  written: string,
  options: { readonly under?: string; readonly after?: string; readonly first?: boolean },
): Promise<Outcome> {
  const element = elementOf(document, written)
  const owner = options.under === undefined ? element.owner : elementOf(document, options.under).id
  const after = options.first ? '' : options.after === undefined ? undefined : elementOf(document, options.after).id
  document.run(move, { id: element.id, ...(owner === undefined ? {} : { owner }), ...(after === undefined ? {} : { after }) })
  await document.save('element/move')
  return {
    json: { id: element.id, owner: document.get(element.id)?.owner ?? null },
    text: text('cli/moved', { kind: kindLabel(element.kind), name: titleOf(element) }),
  }
}

export async function duplicateElement(document: DocumentFile, written: string): Promise<Outcome> {
  const element = elementOf(document, written)
  const { id } = document.run(duplicate, { id: element.id })
  await document.save('element/duplicate')
  return { json: { id }, text: text('cli/added', { kind: kindLabel(element.kind), name: element.name, id }) }
}
