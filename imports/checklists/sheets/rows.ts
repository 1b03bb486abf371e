import type { Cell, Sheet } from '../../reading/workbook.ts'
import type { Located } from './locate.ts'
import { settled, titleKey } from './sheet-texts.ts'

/** A row of a checklist that came back. */
export interface SheetRow {
  /** One-based, as a spreadsheet shows it. */
  readonly row: number
  /** What the hidden column says; empty for a row that a person added. */
  readonly id: string
  /** By field; a cell that is empty is there with an empty text. */
  readonly cells: ReadonlyMap<string, Cell>
}

export interface SheetRows {
  readonly rows: readonly SheetRow[]
  /** Rows that are no elements: repeated headers, notes, totals. */
  readonly skipped: number
  /** Ids of rows of which only the id is left. */
  readonly emptied: readonly string[]
}

const empty: Cell = { text: '', type: 'text' }

/** The rows below the header, with merged cells filled downwards: people merge what repeats. */
export function rowsOf({ sheet, header, idColumn, columns }: Located): SheetRows {
  const covered = coveredCells(sheet)
  const titles = new Map(Array.from(columns, ([index, column]) => [index, titleKey(column.title)] as const))
  const rows: SheetRow[] = []
  const emptied: string[] = []
  let skipped = 0
  for (const { index, cells: own } of sheet.rows.slice(header + 1)) {
    const id = settled((idColumn === undefined ? undefined : own.get(idColumn))?.text ?? '')
    const cells = new Map<string, Cell>()
    let filled = 0
    let repeats = 0
    for (const [column, { field }] of columns) {
      const cell = own.get(column) ?? covered.get(index)?.get(column) ?? empty
      cells.set(field, cell)
      if (settled(cell.text) === '') continue
      filled++
      // A repeated header says so from its first cell on.
      if (repeats === filled - 1 && titleKey(cell.text) === titles.get(column)) repeats++
    }
    if (filled === 0 && id !== '') emptied.push(id)
    else if (filled > 1 && repeats === filled) skipped++
    else if (id === '' && isNote(cells, filled, own.size)) skipped++
    else if (filled > 0) rows.push({ row: index + 1, id, cells })
  }
  return { rows, skipped, emptied }
}

const note = /^(?:注\d*[:：]|备注[:：]|说明[:：]|填表|填报|制表|审核人|联系人|合计|总计|小计|共计|共\d+[项条个])/u

/** What stands below a list and is none of it. */
function isNote(cells: ReadonlyMap<string, Cell>, filled: number, cellCount: number): boolean {
  if (filled > 2) return false
  const texts = [...cells.values()].map(cell => settled(cell.text)).filter(text => text !== '')
  return texts.some(text => note.test(text)) || (filled === 0 && cellCount > 0)
}

/** No merged cell is filled further than this; whole columns are merged by mistake. */
const MOST_ROWS = 20_000

function coveredCells(sheet: Sheet): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const covered = new Map<number, Map<number, Cell>>()
  if (sheet.merges.length === 0) return covered
  const byIndex = new Map(sheet.rows.map(row => [row.index, row] as const))
  for (const { top, bottom, left } of sheet.merges) {
    const cell = byIndex.get(top)?.cells.get(left)
    if (cell === undefined || bottom - top > MOST_ROWS) continue
    for (let row = top + 1; row <= bottom; row++) {
      const cells = covered.get(row) ?? new Map<number, Cell>()
      covered.set(row, cells.set(left, cell))
    }
  }
  return covered
}
