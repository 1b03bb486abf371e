import { read, type WorkBook, type WorkSheet } from 'xlsx'
import { ok, type Result } from '#model/base/result.ts'
import { buildSheet, emptyTally, type Tally, warningsOf } from '../cells/build-sheet.ts'
import { shownBy, shownByNumber } from '../cells/date-format.ts'
import { numberText } from '../cells/number-text.ts'
import { serialText } from '../cells/serial-date.ts'
import { limits } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import { type Cell, counted, type Sheet, type Workbook } from '../workbook.ts'
import { teachCodePages } from './code-pages.ts'

/** Reads xls and xlsb through SheetJS, which knows the most of their editions; values only. */
export function readBinary(bytes: Uint8Array, format: 'xls' | 'xlsb'): Result<Workbook, ReadingProblem> {
  const book = parsed(bytes)
  if (!book.ok) return book
  const { SheetNames: names, Sheets: contents, Workbook: settings } = book.value
  if (names.length > limits.sheets) return problem('too-many-parts', { count: names.length, most: limits.sheets })
  const tally = emptyTally()
  const sheets: Sheet[] = []
  let comments = 0
  for (const [index, name] of names.entries()) {
    const content = contents[name]
    // A chart or a macro sheet has a name and nothing else.
    if (content === undefined || content['!type'] === 'chart') continue
    const hidden = (['visible', 'hidden', 'veryHidden'] as const)[settings?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible'
    const sheet = sheetOf(content, { name, hidden, tally, uses1904: settings?.WBProps?.date1904 === true })
    if (!sheet.ok) return sheet
    comments += sheet.value.comments
    sheets.push(sheet.value.sheet)
  }
  if (sheets.length === 0) return problem('not-a-table', {})
  const warnings = [
    ...warningsOf(tally),
    ...counted('comments-ignored', comments),
    ...counted('sheets-without-cells', names.length - sheets.length),
  ]
  return ok({ format, sheets, warnings })
}

function parsed(bytes: Uint8Array): Result<WorkBook, ReadingProblem> {
  teachCodePages()
  try {
    return ok(
      read(bytes, {
        type: 'array',
        cellFormula: true,
        cellHTML: false,
        cellNF: true,
        cellText: false,
        bookVBA: false,
        // One more than we take, so that we can tell.
        sheetRows: limits.rows + 1,
        dense: true,
      }),
    )
  } catch (error) {
    // SheetJS throws at whatever it cannot read, with nothing but a sentence to tell why.
    const text = error instanceof Error ? error.message : ''
    return /password|encrypt/iu.test(text) ? problem('encrypted', {}) : problem('damaged', { part: '' })
  }
}

/** A cell as SheetJS leaves it. */
interface RawCell {
  readonly t?: string
  readonly v?: unknown
  readonly z?: string | number
  readonly f?: string
  readonly c?: readonly unknown[]
  readonly l?: { readonly Target?: string }
}

interface Task {
  readonly name: string
  readonly hidden: Sheet['hidden']
  readonly tally: Tally
  readonly uses1904: boolean
}

function sheetOf(
  content: WorkSheet,
  { name, hidden, tally, uses1904 }: Task,
): Result<{ readonly sheet: Sheet; readonly comments: number }, ReadingProblem> {
  const builder = buildSheet(tally)
  let comments = 0
  // The type of dense sheets names cells only by address.
  const rows = (content as { readonly '!data'?: readonly (readonly (RawCell | undefined)[] | undefined)[] })['!data'] ?? []
  rows.forEach((row, index) =>
    row?.forEach((raw, column) => {
      if (raw === undefined || builder.isDone()) return
      comments += raw.c?.length ?? 0
      const cell = cellOf(raw, uses1904)
      if (cell) builder.put(index, column, raw.f === undefined ? cell : { ...cell, formula: true })
      if (cell && raw.l?.Target !== undefined) builder.link(index, column, raw.l.Target)
    }),
  )
  for (const { s, e } of content['!merges'] ?? []) builder.merge({ top: s.r, bottom: e.r, left: s.c, right: e.c })
  const sheet = builder.finish(name, hidden)
  return sheet.ok ? ok({ sheet: sheet.value, comments }) : sheet
}

/** Source: MS-XLS 2.5.10, error values. */
const errors: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

function cellOf({ t, v, z }: RawCell, uses1904: boolean): Cell | undefined {
  switch (t) {
    case 'n':
      return typeof v === 'number' ? numberCell(v, z, uses1904) : undefined
    case 'b':
      return { text: v === true ? 'TRUE' : 'FALSE', type: 'boolean' }
    case 'e':
      return { text: errors.get(v) ?? '#ERROR!', type: 'error' }
    case 's':
      return typeof v === 'string' && v !== '' ? { text: v, type: 'text' } : undefined
    default:
      return undefined
  }
}

function numberCell(value: number, format: string | number | undefined, uses1904: boolean): Cell | undefined {
  const shown = typeof format === 'number' ? shownByNumber(format) : shownBy(format ?? '')
  const date = shown === 'number' ? undefined : serialText(value, shown, uses1904)
  if (date !== undefined) return { text: date, type: 'date' }
  const text = numberText(String(value))
  return text === undefined ? undefined : { text, type: 'number' }
}
