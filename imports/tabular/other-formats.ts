import { read, type WorkBook, type WorkSheet } from 'xlsx'
import { ok, type Result } from '#model/base/result.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'
import type { Cell, Row, Sheet, Workbook } from './workbook.ts'
import { serialDate } from './xlsx/serial-date.ts'
import { numberText } from './xlsx/sheet.ts'
import { isDateFormat } from './xlsx/styles.ts'

/** Reads xls, xlsb and ods through SheetJS, which has the widest reader; values only. */
export function readOther(bytes: Uint8Array, format: 'xls' | 'xlsb' | 'ods'): Result<Workbook, ReadingProblem> {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'array',
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      cellText: false,
      bookVBA: false,
      sheetRows: limits.rows + 1,
      dense: true,
    })
  } catch (error) {
    const text = error instanceof Error ? error.message : ''
    return /password|encrypt/iu.test(text) ? problem('encrypted', {}) : problem('damaged', { part: '' })
  }
  const sheets: Sheet[] = []
  let cells = 0
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const rows = rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true)
    cells += rows.reduce((sum, row) => sum + row.cells.size, 0)
    if (rows.length > limits.rows || cells > limits.cells) return problem('too-many-cells', { rows: limits.rows, cells: limits.cells })
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, bottom: e.r, left: s.c, right: e.c }))
    sheets.push({ name, hidden: hidden === 1 ? 'hidden' : hidden === 2 ? 'veryHidden' : 'visible', rows, merges })
  }
  return sheets.length === 0 ? problem('not-a-table', {}) : ok({ format, sheets, warnings: [] })
}

interface RawCell {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: unknown
  readonly f?: string
}

function rowsOf(sheet: WorkSheet, uses1904: boolean): readonly Row[] {
  const rows: Row[] = []
  const data = (sheet as { readonly '!data'?: readonly (readonly (RawCell | undefined)[] | undefined)[] })['!data'] ?? []
  data.forEach((raw, index) => {
    const cells = new Map<number, Cell>()
    raw?.forEach((one, column) => {
      const cell = one && cellOf(one, uses1904)
      if (cell) cells.set(column, cell)
    })
    if (cells.size > 0) rows.push({ index, cells })
  })
  return rows
}

function cellOf({ t, v, w, z, f }: RawCell, uses1904: boolean): Cell | undefined {
  const formula = f === undefined ? {} : { formula: true }
  if (v instanceof Date)
    return {
      text: v
        .toISOString()
        .replace(/T00:00:00\.000Z$/u, '')
        .slice(0, 19),
      type: 'date',
      ...formula,
    }
  switch (t) {
    case 'n': {
      const value = Number(v)
      const date = typeof z === 'string' && isDateFormat(z) ? serialDate(value, uses1904) : undefined
      return date === undefined
        ? { text: numberText(String(v), value), type: 'number', ...formula }
        : { text: date, type: 'date', ...formula }
    }
    case 'b':
      return { text: v === true ? '是' : '否', type: 'boolean', ...formula }
    case 'e':
      return { text: w ?? '#ERROR', type: 'error', ...formula }
    case 's':
      return typeof v === 'string' && v !== '' ? { text: v, type: 'text', ...formula } : undefined
    default:
      return undefined
  }
}
