import { err, ok, type Result } from '../base/result.ts'
import { compareKey, storable } from '../base/text.ts'
import type { Field } from '../schema/define-field.ts'
import type { FieldValue, Line } from '../schema/element.ts'
import { readDuration } from './duration.ts'
import { split } from './members.ts'
import { readDate } from './read-date.ts'
import type { Wording } from './wording.ts'
import { writeReference } from './write-value.ts'

/** Why a written value cannot be understood; text stands in `words/`. */
export interface NotUnderstood {
  readonly code:
    | 'not-a-number'
    | 'not-a-date'
    | 'not-yes-or-no'
    | 'not-in-list'
    | 'reference-unknown'
    | 'reference-ambiguous'
    | 'line-unknown'
    | 'not-editable'
  readonly value: string
  /** What would have been understood, or which elements fit. */
  readonly options?: readonly string[]
}

export type Read = Result<FieldValue | undefined, NotUnderstood>

/** Understands what a person wrote into a cell or behind a field name; empty text clears the field. */
export function readValue(field: Field, written: string, wording: Wording): Read {
  const text = storable(written)
  if (text.trim() === '') return ok(undefined)
  switch (field.type) {
    case 'text':
    case 'longText':
      return ok(text)
    case 'number':
      return readNumber(text)
    case 'date':
      return readInto(readDate(text), 'not-a-date', text)
    case 'boolean':
      return readInto(readFlag(text), 'not-yes-or-no', text)
    case 'choice':
      return readChoice(field, text, wording)
    case 'choices':
      return readSet(text, one => readChoice(field, one, wording))
    case 'texts':
      return ok([...new Set(split(text))].sort())
    case 'ref':
      return readReference(field, text.trim(), wording)
    case 'refs':
      return readSet(text, one => readReference(field, one, wording))
    case 'refList':
      return readMembers(text, one => readReference(field, one, wording))
    case 'formula':
      return ok({ text })
    case 'duration':
      return ok({ ...readDuration(text.trim()) })
    case 'lines':
      return readLines(field, text, wording)
    case 'settings':
      return err({ code: 'not-editable', value: text })
  }
}

function readInto(value: FieldValue | undefined, code: NotUnderstood['code'], written: string): Read {
  return value === undefined ? err({ code, value: written }) : ok(value)
}

function readNumber(text: string): Read {
  const digits = compareKey(text).replaceAll(/[,，\s]/gu, '')
  const value = Number(digits)
  return digits !== '' && /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/u.test(digits) && Number.isFinite(value)
    ? ok(value === 0 ? 0 : value)
    : err({ code: 'not-a-number', value: text })
}

const yes: ReadonlySet<string> = new Set(['是', 'true', 'yes', 'y', '1', '√', '✓', '●', '有'])

const no: ReadonlySet<string> = new Set(['否', 'false', 'no', 'n', '0', '×', '✗', '无'])

function readFlag(text: string): boolean | undefined {
  const key = compareKey(text)
  return yes.has(key) ? true : no.has(key) ? false : undefined
}

function readChoice(field: Field, written: string, wording: Wording): Result<string, NotUnderstood> {
  const list = field.list ?? ''
  const value = wording.valueOf(list, written.trim())
  return value === undefined
    ? err({ code: 'not-in-list', value: written, options: wording.labelsOf(list).map(one => one.label) })
    : ok(value)
}

function readReference(field: Field, written: string, wording: Wording): Result<string, NotUnderstood> {
  const kinds = field.refersTo ?? []
  const candidates = readings(written).map(part => wording.resolve(part, kinds))
  // A name may itself end in brackets; what we would write in just this way is what is meant.
  const exact = [...new Set(candidates.flat())].filter(id => writeReference(id, wording) === written)
  const meant = exact.length > 0 ? exact : (candidates.find(one => one.length > 0) ?? [])
  const [first, ...others] = meant
  if (first === undefined) return err({ code: 'reference-unknown', value: written })
  if (others.length === 0) return ok(first)
  return err({ code: 'reference-ambiguous', value: written, options: meant.map(id => wording.nameOf(id)?.code ?? id) })
}

/** The code in the last brackets is surest, since names repeat; then the whole text; then the name before the brackets. */
function readings(written: string): readonly string[] {
  const match = /^(.*)[（(]([^（()）]+)[)）]$/su.exec(written)
  return match?.[1] && match[2] ? [match[2], written, match[1].trim()] : [written]
}

function readMembers(text: string, read: (one: string) => Result<string, NotUnderstood>): Result<readonly string[], NotUnderstood> {
  const members: string[] = []
  for (const one of split(text)) {
    const member = read(one)
    if (!member.ok) return member
    members.push(member.value)
  }
  return ok(members)
}

function readSet(text: string, read: (one: string) => Result<string, NotUnderstood>): Result<readonly string[], NotUnderstood> {
  const members = readMembers(text, read)
  return members.ok ? ok([...new Set(members.value)].sort()) : members
}

function readLines(field: Field, text: string, wording: Wording): Result<readonly Line[], NotUnderstood> {
  const lines: Line[] = []
  for (const row of split(text, ['\n'])) {
    const line = readLine(field, row, wording)
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok(lines)
}

function readLine(field: Field, row: string, wording: Wording): Result<Line, NotUnderstood> {
  const columns = Object.entries(field.columns ?? {})
  const line: Record<string, Line[string]> = {}
  for (const part of split(row, ['｜', '|'])) {
    const colon = part.search(/[：:]/u)
    const label = colon < 0 ? '' : compareKey(part.slice(0, colon))
    const [column, declared] = columns.find(([, one]) => compareKey(one.label) === label) ?? (colon < 0 ? columns[0] : undefined) ?? []
    if (column === undefined || declared === undefined)
      return err({ code: 'line-unknown', value: part, options: columns.map(([, one]) => one.label) })
    const value = readValue(declared, part.slice(colon + 1), wording)
    if (!value.ok) return value
    if (value.value !== undefined) line[column] = value.value as Line[string]
  }
  return ok(line)
}
