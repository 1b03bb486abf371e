import { ok, type Result } from '#model/base/result.ts'
import { carriedText } from './cells/carried-text.ts'
import { decode, type Encoding } from './decode.ts'
import { type FieldRecord, readRecords } from './field-records.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'
import { type Cell, counted, type Row, type Workbook } from './workbook.ts'

const separators = ['\t', ',', ';', '|'] as const

/** A first line with which spreadsheets name the separator. */
const directive = /^sep=([,;|\t])(?:\r\n?|\n|$)/iu

/** Lines, and UTF-16 units, that tell the separator. */
const SNIFFED_LINES = 50
const SNIFFED = 40_000

/** A `'` that a writer put before what spreadsheets take for the beginning of a formula, full-width signs too. Source: reliability E1. */
const guarded = /^'+[=+\-@\t\r＝＋－＠]/u

/** Reads text separated by commas, tabs, semicolons or bars; which one, its first lines tell. Ragged rows are kept and counted. */
export function readDelimited(name: string, bytes: Uint8Array, encoding?: Encoding): Result<Workbook, ReadingProblem> {
  const decoded = decode(bytes, encoding)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  if (text.trim() === '') return problem('empty', {})
  const told = directive.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const separator = told?.[1] ?? separatorOf(body)
  const table = tableOf(readRecords(body, separator), told ? 1 : 0)
  if (!table.ok) return table
  const { rows, cells, usedColumns, ragged, unclosed, replaced } = table.value
  const title = carriedText(name)
    .replace(/^.*[/\\]/u, '')
    .replace(/\.[^.]*$/u, '')
  return ok({
    format: separator === '\t' ? 'tsv' : 'csv',
    encoding: decoded.value.encoding,
    sheets: [{ name: title, hidden: 'visible', rows, merges: [], usedColumns, counts: { cells, formulas: 0, links: 0 } }],
    warnings: [...counted('ragged-rows', ragged), ...counted('quote-not-closed', unclosed), ...counted('signs-replaced', replaced)],
  })
}

interface Table {
  readonly rows: readonly Row[]
  readonly cells: number
  readonly usedColumns: number
  /** Rows that are not as wide as most. */
  readonly ragged: number
  /** Fields that begin with a quote that never closes. */
  readonly unclosed: number
  /** Fields with signs that no document can hold. */
  readonly replaced: number
}

function tableOf(records: Iterable<FieldRecord>, firstIndex: number): Result<Table, ReadingProblem> {
  const rows: Row[] = []
  const widths = new Map<number, number>()
  let index = firstIndex
  let cells = 0
  let usedColumns = 0
  let unclosed = 0
  let replaced = 0
  for (const { fields, isOpen } of records) {
    const row = new Map<number, Cell>()
    fields.forEach((field, column) => {
      if (field === '') return
      const text = carriedText(field)
      if (text !== field) replaced++
      row.set(column, { text: unguarded(text), type: 'text' })
    })
    if (isOpen) unclosed++
    cells += row.size
    if (row.size > 0) {
      rows.push({ index, cells: row })
      widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1)
      usedColumns = Math.max(usedColumns, fields.findLastIndex(field => field !== '') + 1)
    }
    index++
    if (rows.length > limits.rows || cells > limits.cells || usedColumns > limits.lastColumn + 1)
      return problem('too-many-cells', { rows: limits.rows, cells: limits.cells })
  }
  return ok({ rows, cells, usedColumns, ragged: rows.length - Math.max(...widths.values()), unclosed, replaced })
}

/** Exactly one `'` is taken away, so that writing and reading are each other's inverse. */
const unguarded = (field: string): string => (guarded.test(field) ? field.slice(1) : field)

/** The separator that stands most evenly in the first lines, outside quotes; of equals the more frequent, then the less ambiguous. */
function separatorOf(text: string): string {
  const head = text.slice(0, SNIFFED)
  const isCut = head.length < text.length
  let best = { separator: ',', score: 0 }
  separators.forEach((separator, order) => {
    const score = evenness(head, separator, isCut) - order / 2
    if (score > best.score) best = { separator, score }
  })
  return best.separator
}

/** Per cent of lines with the usual number of separators, a little more for many. */
function evenness(head: string, separator: string, isCut: boolean): number {
  const counts: number[] = []
  for (const { fields, isLast } of readRecords(head, separator)) {
    // The last line of a piece may be half of one.
    if (counts.length >= SNIFFED_LINES || (isLast && isCut && counts.length > 0)) break
    if (fields.length > 1 || fields[0] !== '') counts.push(fields.length - 1)
  }
  const lines = new Map<number, number>()
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
  return Math.max(0, ...Array.from(lines, ([count, times]) => (100 * times) / counts.length + Math.min(count, 20) / 3))
}
