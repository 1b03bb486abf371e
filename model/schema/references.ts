import type { Kind } from './define-kind.ts'
import type { Field } from './define-field.ts'
import type { Element, ElementId, FieldValue, FormulaText, Line } from './element.ts'

/** A reference inside an element: the field it stands in and the element it points to. The owner is not among them. */
export interface Reference {
  readonly field: string
  readonly to: ElementId
  /** Kinds it may point to; `*` for any. */
  readonly allowed: readonly string[]
}

/** A field of a kind that can hold references, with what it holds; computed once per kind. */
const referenceFields = new WeakMap<Kind, readonly (readonly [string, Field])[]>()

function fieldsWithReferences(kind: Kind): readonly (readonly [string, Field])[] {
  const known = referenceFields.get(kind)
  if (known) return known
  const found = Object.entries(kind.fields).filter(
    ([, field]) => field.refersTo !== undefined || Object.values(field.columns ?? {}).some(column => column.refersTo),
  )
  referenceFields.set(kind, found)
  return found
}

/** Every reference of an element, read from the declaration of its kind; each target once per field. */
export function referencesOf(kind: Kind, element: Element): Reference[] {
  const result: Reference[] = []
  for (const [field, declared] of fieldsWithReferences(kind)) {
    const value = element[field]
    if (value === undefined) continue
    const seen = new Set<ElementId>()
    for (const [to, allowed] of targetsIn(declared, value)) {
      if (!seen.has(to)) result.push({ field, to, allowed })
      seen.add(to)
    }
  }
  return result
}

type Target = readonly [to: ElementId, allowed: readonly string[]]

function* targetsIn(field: Field, value: FieldValue): Iterable<Target> {
  const allowed = field.refersTo ?? []
  if (typeof value === 'string') yield [value, allowed]
  else if (field.type === 'formula') for (const reference of (value as FormulaText).refs ?? []) yield [reference.id, allowed]
  else if (field.type === 'lines') for (const line of value as readonly Line[]) yield* targetsInLine(field, line)
  else if (Array.isArray(value)) for (const to of value as readonly ElementId[]) yield [to, allowed]
}

function* targetsInLine(field: Field, line: Line): Iterable<Target> {
  for (const [column, declared] of Object.entries(field.columns ?? {})) {
    const value = line[column]
    if (declared.refersTo && value !== undefined) yield* targetsIn(declared, value)
  }
}

/** The value of a field without references to `gone`; undefined when nothing is left of it. */
export function withoutReferences(field: Field, value: FieldValue, gone: ReadonlySet<ElementId>): FieldValue | undefined {
  if (typeof value === 'string') return gone.has(value) ? undefined : value
  if (field.type === 'formula') {
    const { text, refs } = value as FormulaText
    const kept = (refs ?? []).filter(reference => !gone.has(reference.id))
    return kept.length > 0 ? { text, refs: kept } : { text }
  }
  if (field.type === 'lines')
    return (value as readonly Line[]).map(line => lineWithout(field, line, gone)).filter(line => Object.keys(line).length > 0)
  if (Array.isArray(value)) return (value as readonly ElementId[]).filter(id => !gone.has(id))
  return value
}

/** The value with other ids in place of those in the map, wherever it refers to elements; texts that read like ids stay. */
export function redirected(field: Field, value: FieldValue, ids: ReadonlyMap<ElementId, ElementId>): FieldValue {
  const to = (id: ElementId): ElementId => ids.get(id) ?? id
  if (field.type === 'formula') {
    const { text, refs } = value as FormulaText
    return refs === undefined ? { text } : { text, refs: refs.map(({ name, id }) => ({ name, id: to(id) })) }
  }
  if (field.type === 'lines') return (value as readonly Line[]).map(line => redirectedLine(field, line, ids))
  if (field.refersTo === undefined) return value
  if (typeof value === 'string') return to(value)
  const targets = (value as readonly ElementId[]).map(to)
  return field.type === 'refs' ? [...new Set(targets)].sort() : targets
}

function redirectedLine(field: Field, line: Line, ids: ReadonlyMap<ElementId, ElementId>): Line {
  const entries = Object.entries(line).map(([column, value]) => {
    const declared = field.columns?.[column]
    return [column, declared && value !== undefined ? redirected(declared, value, ids) : value] as const
  })
  return Object.fromEntries(entries) as Line
}

function lineWithout(field: Field, line: Line, gone: ReadonlySet<ElementId>): Line {
  const entries = Object.entries(line).flatMap(([column, value]) => {
    const declared = field.columns?.[column]
    if (declared?.refersTo === undefined || value === undefined) return [[column, value] as const]
    const kept = withoutReferences(declared, value, gone)
    return kept === undefined || (Array.isArray(kept) && kept.length === 0) ? [] : [[column, kept as Line[string]] as const]
  })
  return Object.fromEntries(entries)
}
