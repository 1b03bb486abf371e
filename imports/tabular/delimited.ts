import { ok, type Result } from '#model/base/result.ts'
import { decode } from './decode.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'
import type { Cell, Row, Workbook } from './workbook.ts'

const separators = [',', '\t', ';', '|'] as const

/** Signs at the beginning of a cell that spreadsheets take for a formula; the full-width ones too. Source: reliability E1. */
const trigger = /^[=+\-@\t\r＝＋－＠]/u

/** Reads a comma, tab, semicolon or bar separated text; which one, its first lines tell. */
export function readDelimited(name: string, bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const text = decoded.value.text.replace(/^\uFEFF/u, '')
  if (text.trim() === '') return problem('empty', {})
  const rows: Row[] = []
  let cells = 0
  for (const { index, fields } of records(text, separatorOf(text))) {
    const row = new Map<number, Cell>()
    fields.forEach((field, column) => {
      if (field !== '') row.set(column, { text: unprefixed(field), type: 'text' })
    })
    cells += row.size
    if (rows.length >= limits.rows || cells > limits.cells) return problem('too-many-cells', { rows: limits.rows, cells: limits.cells })
    if (row.size > 0) rows.push({ index, cells: row })
  }
  return ok({
    format: 'csv',
    encoding: decoded.value.encoding,
    sheets: [{ name: name.replace(/^.*\//u, '').replace(/\.[^.]*$/u, ''), hidden: 'visible', rows, merges: [] }],
    warnings: [],
  })
}

/** Exactly one `'` that our own writer put before a trigger is taken away, so that writing and reading are each other's inverse. */
const unprefixed = (field: string): string => (field.startsWith("'") && trigger.test(field.slice(1)) ? field.slice(1) : field)

/** The separator that stands most evenly in the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000)
  let best: { readonly separator: string; readonly score: number } = { separator: ',', score: 0 }
  for (const separator of separators) {
    const counts: number[] = []
    for (const { fields } of records(head, separator)) {
      if (counts.length >= 20) break
      counts.push(fields.length - 1)
    }
    const most = Math.max(...counts)
    const score = most <= 0 ? 0 : counts.filter(count => count === most).length * Math.min(most, 50)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Records with quoted fields; a quote inside an unquoted field is an ordinary sign, as people type it. Source: RFC 4180. */
function* records(text: string, separator: string): Iterable<{ readonly index: number; readonly fields: readonly string[] }> {
  let at = 0
  let index = 0
  while (at < text.length) {
    const fields: string[] = []
    for (;;) {
      const field = text.charAt(at) === '"' ? quoted(text, at, separator) : plain(text, at, separator)
      fields.push(field.value)
      at = field.next
      if (text.charAt(at) !== separator) break
      at++
    }
    yield { index: index++, fields }
    if (text.charAt(at) === '\r') at++
    if (text.charAt(at) === '\n') at++
  }
}

function plain(text: string, start: number, separator: string): { readonly value: string; readonly next: number } {
  let at = start
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++
  return { value: text.slice(start, at), next: at }
}

function quoted(text: string, start: number, separator: string): { readonly value: string; readonly next: number } {
  let value = ''
  for (let at = start + 1; ; ) {
    const close = text.indexOf('"', at)
    // A quote that never closes was none: the field is taken as it stands.
    if (close < 0) return plain(text, start, separator)
    value += text.slice(at, close)
    if (text.charAt(close + 1) === '"') {
      value += '"'
      at = close + 2
      continue
    }
    const rest = plain(text, close + 1, separator)
    return { value: value + rest.value, next: rest.next }
  }
}
