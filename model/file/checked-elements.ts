import { ok, type Result } from '../base/result.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element, FieldValue } from '../schema/element.ts'
import { referencesOf, withoutReferences } from '../schema/references.ts'
import { type FileRefusal, partOf, refusal } from './format.ts'
import type { RawElement } from './raw-elements.ts'

/** One thing that a schema does not like. */
interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** What is wrong with an element, by its path; undefined when nothing is. */
export function refusalOf(raw: RawElement, line: number): { readonly ok: false; readonly error: FileRefusal } | undefined {
  const issue = issuesOf(raw)[0]
  if (issue === undefined) return undefined
  const at = { part: partOf(raw.kind), line, element: raw.id }
  if (issue.code === 'unrecognized_keys')
    return refusal('unknown-field', { ...at, field: [...issue.path, issue.keys?.[0] ?? ''].join('.') })
  return refusal('value-invalid', { ...at, field: issue.path.join('.'), problem: issue.code === 'custom' ? issue.message : issue.code })
}

function issuesOf(raw: RawElement): readonly Issue[] {
  // A text `__proto__` is a field like any other to JSON, and to nothing else.
  if (Object.hasOwn(raw, '__proto__')) return [{ code: 'unrecognized_keys', path: [], keys: ['__proto__'], message: '' }]
  const parsed = kindOf(raw.kind)?.schema.safeParse(raw)
  if (parsed === undefined) return [{ code: 'kind', path: ['kind'], message: '' }]
  return parsed.success ? [] : parsed.error.issues
}

/**
 * Elements of a newer format as far as this program understands them: unknown kinds and fields left out, and with them
 * whatever belongs or refers to what was left out. Refuses values that it cannot read: then nothing of the file is certain.
 */
export function understood(elements: readonly RawElement[]): Result<Element[], FileRefusal> {
  const known: Element[] = []
  for (const raw of elements) {
    if (kindOf(raw.kind) === undefined) continue
    const kept = withoutUnknownFields(raw)
    const refused = refusalOf(kept, 0)
    if (refused !== undefined) return refused
    known.push(kept as Element)
  }
  return ok(withoutLooseEnds(known))
}

function withoutUnknownFields(raw: RawElement): RawElement {
  const unknown = issuesOf(raw).filter(issue => issue.code === 'unrecognized_keys')
  if (unknown.length === 0) return raw
  const copy: RawElement = JSON.parse(JSON.stringify(raw))
  for (const { path, keys } of unknown) {
    const holder = path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown>)[step], copy)
    for (const key of keys ?? []) Reflect.deleteProperty(holder as object, key)
  }
  return copy
}

function withoutLooseEnds(elements: readonly Element[]): Element[] {
  let kept = [...elements]
  for (;;) {
    const ids = new Set(kept.map(element => element.id))
    const next = kept.flatMap(element => attached(element, ids) ?? [])
    if (next.length === kept.length && next.every((element, index) => element === kept[index])) return next
    kept = next
  }
}

/** The element without references to what is not there; undefined when it cannot be without one of them. */
function attached(element: Element, ids: ReadonlySet<string>): Element | undefined {
  if (element.owner !== undefined && !ids.has(element.owner)) return undefined
  const kind = kindOf(element.kind)
  const loose = kind ? referencesOf(kind, element).filter(reference => !ids.has(reference.to)) : []
  if (kind === undefined || loose.length === 0) return element
  const gone = new Set(loose.map(reference => reference.to))
  const fields: Record<string, FieldValue | undefined> = { ...element }
  for (const { field } of loose) {
    const declared = kind.fields[field]
    const value = fields[field]
    if (declared === undefined || value === undefined) continue
    if (declared.whenGone === 'remove') return undefined
    const rest = withoutReferences(declared, value, gone)
    fields[field] = Array.isArray(rest) && rest.length === 0 ? undefined : rest
  }
  return JSON.parse(JSON.stringify(fields))
}
