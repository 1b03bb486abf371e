import { checklists } from '#exports/excel/checklists.ts'
import type { Sheet } from '../reading/workbook.ts'
import { rowFiller, isNote } from '../table/cells.ts'
import { tablesIn } from '../table/header/blocks.ts'
import type { Decisions, Header } from '../table/header/header.ts'
import { headerKey } from '../table/header/titles.ts'

/** Where rows go into a form. */
export interface FormTable {
  readonly sheet: string
  readonly kind: string
  /** Zero-based column to field, `@…` for columns that are none. */
  readonly fields: ReadonlyMap<number, string>
  readonly titles: ReadonlyMap<number, string>
  /** Columns of running numbers. */
  readonly numbers: readonly number[]
  /** Names that stand in the form already; they are not written again. */
  readonly there: ReadonlySet<string>
  /** Zero-based first row to fill. */
  readonly first: number
  /** Rows that are free before something else stands in the form; without end when nothing does. */
  readonly free: number
}

const kinds: readonly string[] = checklists.map(one => one.kind)

/** The tables of a sheet that say, by their headers, of what they are lists. */
export function formTables(sheet: Sheet, decided: Decisions): readonly FormTable[] {
  return tablesIn(sheet, decided, kinds).map(table => freeRows(table.sheet, table.header, sheet.name))
}

function freeRows(sheet: Sheet, header: Header, name: string): FormTable {
  const { kind, fields, titles } = header
  const fill = rowFiller(sheet)
  const nameColumn = columnWith(header, 'name')
  const numbers = [...fields].flatMap(([column, field]) => (field === '@ignore' && isNumbering(titles.get(column) ?? '') ? [column] : []))
  const headerRow = sheet.rows[header.firstData - 1]?.index ?? 0
  const there = new Set<string>()
  let first = headerRow + 1
  let end = Number.POSITIVE_INFINITY
  for (const row of sheet.rows.slice(header.firstData)) {
    const filled = fill(row)
    const said = [...filled.own].filter(([column]) => !numbers.includes(column))
    if (said.length === 0) continue
    const text = filled.own.get(nameColumn) ?? ''
    if (text === '' || isNote(filled, text)) {
      end = row.index
      break
    }
    there.add(text)
    first = row.index + 1
  }
  return { sheet: name, kind, fields, titles, numbers, there, first, free: end - first }
}

function columnWith(header: Header, wanted: string): number {
  for (const [column, field] of header.fields) if (field === wanted) return column
  return 0
}

const isNumbering = (title: string): boolean => ['序号', 'no', '编号', '行号'].includes(headerKey(title))
