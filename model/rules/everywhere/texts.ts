import { kindOf } from '../../kinds/index.ts'
import type { Field } from '../../schema/define-field.ts'
import { commonFields } from '../../schema/define-kind.ts'
import type { Element, Line } from '../../schema/element.ts'

const textTypes: ReadonlySet<string> = new Set(['text', 'longText', 'texts'])

const fieldsByKind = new Map<string, readonly (readonly [string, Field])[]>()

function textFields(kind: string): readonly (readonly [string, Field])[] {
  const known = fieldsByKind.get(kind)
  if (known) return known
  const fields = Object.entries({ ...commonFields, ...kindOf(kind)?.fields }).filter(
    ([, { type, columns }]) => textTypes.has(type) || Object.values(columns ?? {}).some(column => textTypes.has(column.type)),
  )
  fieldsByKind.set(kind, fields)
  return fields
}

/** Everything people typed into an element, by field: name, texts, columns of lines. Ids and choices are not among it. */
export function* typedIn(element: Element): Iterable<readonly [field: string, text: string]> {
  yield ['name', element.name]
  for (const [field, { columns }] of textFields(element.kind)) {
    const value = element[field]
    if (typeof value === 'string') yield [field, value]
    else if (Array.isArray(value)) for (const member of value as readonly (string | Line)[]) yield* typedInMember(field, member, columns)
  }
}

function* typedInMember(field: string, member: string | Line, columns: Field['columns']): Iterable<readonly [string, string]> {
  if (typeof member === 'string') yield [field, member]
  else
    for (const [column, declared] of Object.entries(columns ?? {})) {
      const value = member[column]
      if (typeof value === 'string' && textTypes.has(declared.type)) yield [field, value]
    }
}
