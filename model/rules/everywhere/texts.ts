import { kindOf } from '../../kinds/index.ts'
import type { Field } from '../../schema/define-field.ts'
import { commonFields } from '../../schema/define-kind.ts'
import type { Element, Line } from '../../schema/element.ts'

const textTypes: ReadonlySet<string> = new Set(['text', 'longText', 'texts'])

/** A field with text in it, and its columns of text where it is a table. */
interface TextField {
  readonly field: string
  readonly columns: readonly string[]
}

const fieldsByKind = new Map<string, readonly TextField[]>()

function textFields(kind: string): readonly TextField[] {
  const known = fieldsByKind.get(kind)
  if (known) return known
  const declared: readonly (readonly [string, Field])[] = Object.entries({ ...commonFields, ...kindOf(kind)?.fields })
  const fields = declared.flatMap(([field, { type, columns = {} }]): TextField[] => {
    const texts = Object.keys(columns).filter(column => textTypes.has(columns[column]?.type ?? ''))
    return textTypes.has(type) || texts.length > 0 ? [{ field, columns: texts }] : []
  })
  fieldsByKind.set(kind, fields)
  return fields
}

const none: readonly never[] = []

/**
 * The fields whose text, as people typed it, is of some sort: name, texts, columns of lines. Ids and choices are not looked at.
 * Nothing is allocated where nothing is found: every element of a document passes through here.
 */
export function fieldsWith(element: Element, is: (text: string, field: string) => boolean): readonly string[] {
  let found: string[] | undefined
  if (is(element.name, 'name')) found = ['name']
  for (const declared of textFields(element.kind)) {
    const value = element[declared.field]
    if (value === undefined || !holds(value, declared, is)) continue
    found ??= []
    found.push(declared.field)
  }
  return found ?? none
}

function holds(value: unknown, { field, columns }: TextField, is: (text: string, field: string) => boolean): boolean {
  if (typeof value === 'string') return is(value, field)
  if (!Array.isArray(value)) return false
  for (const member of value as readonly (string | Line)[]) {
    if (typeof member === 'string' && is(member, field)) return true
    if (typeof member === 'object' && columns.some(column => is(String(member[column] ?? ''), field))) return true
  }
  return false
}
