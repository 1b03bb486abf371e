import type { Row, Sheet } from '../../reading/workbook.ts'
import { type Decisions, findHeader, type Header, headerAt, headerRepeats, listed } from './header.ts'
import { headerKey } from './titles.ts'

/** A list in a sheet: the part of the sheet it fills, and its header. */
export interface Table {
  readonly sheet: Sheet
  readonly header: Header
}

/** The lists of a sheet: one, several beside one another, or several below one another. */
export function tablesIn(sheet: Sheet, decided: Decisions, kinds = listed): readonly Table[] {
  const header = findHeader(sheet, decided, kinds)
  if (header === undefined) return []
  const parts = columnCuts(sheet, header).map(([left, right]) => columnsOf(sheet, left, right))
  const beside = parts.length < 2 ? [] : parts.flatMap(part => stackedIn(part, findHeader(part, decided, kinds), decided))
  const isSplit = parts.length > 1 && parts.every(part => beside.some(one => one.header.titles.has(leftmost(part))))
  return isSplit ? beside : stackedIn(sheet, header, decided)
}

const leftmost = (sheet: Sheet): number => Math.min(...sheet.rows.flatMap(row => [...row.cells.keys()].slice(0, 1)))

/** Column ranges of tables side by side: parted by a column that is empty throughout, or by titles that begin again. */
function columnCuts(sheet: Sheet, { titles, firstData }: Header): readonly (readonly [number, number])[] {
  const columns = [...titles.keys()].sort((a, b) => a - b)
  const used = new Set(sheet.rows.slice(Math.max(0, firstData - 1)).flatMap(row => [...row.cells.keys()]))
  const starts = columns.filter((column, index) => index > 0 && hasGap(used, columns[index - 1] ?? column, column))
  const again = repeatedFrom(columns.map(column => headerKey(titles.get(column) ?? ''))).map(index => columns[index] ?? 0)
  const cuts = [columns[0] ?? 0, ...[...new Set([...starts, ...again])].sort((a, b) => a - b)]
  return cuts.map((left, index) => [index === 0 ? 0 : left, (cuts[index + 1] ?? Number.POSITIVE_INFINITY) - 1] as const)
}

function hasGap(used: ReadonlySet<number>, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++) if (!used.has(column)) return true
  return false
}

/** Where a row of titles begins again from its first: at least two titles, the same in the same order. */
function repeatedFrom(keys: readonly string[]): readonly number[] {
  const length = keys.indexOf(keys[0] ?? '', 1)
  if (length < 2 || keys.length % length !== 0 || !keys.every((key, index) => key === keys[index % length])) return []
  return keys.flatMap((_, index) => (index > 0 && index % length === 0 ? [index] : []))
}

function columnsOf(sheet: Sheet, left: number, right: number): Sheet {
  const rows = sheet.rows.flatMap(row => {
    const cells = new Map([...row.cells].filter(([column]) => column >= left && column <= right))
    return cells.size === 0 ? [] : [{ ...row, cells }]
  })
  return { ...sheet, rows, merges: sheet.merges.filter(merge => merge.left >= left && merge.left <= right) }
}

/** Lists below one another: another header stands after a blank row or a title. */
function stackedIn(sheet: Sheet, first: Header | undefined, decided: Decisions): readonly Table[] {
  if (first === undefined) return []
  const repeats = headerRepeats(sheet, first)
  for (let index = first.firstData + 1; index < sheet.rows.length; index++) {
    const [before, row] = [sheet.rows[index - 1], sheet.rows[index]]
    if (before === undefined || row === undefined || !mayBegin(before, row) || repeats(row)) continue
    const next = headerAt(sheet, index, decided)
    if (next === undefined || !isCertain(next)) continue
    const rest = { ...sheet, rows: sheet.rows.slice(index) }
    const below = stackedIn(rest, { ...next, firstData: next.firstData - index, skipped: 0 }, decided)
    return [{ sheet: { ...sheet, rows: sheet.rows.slice(0, index) }, header: first }, ...below]
  }
  return [{ sheet, header: first }]
}

/** A header stands after a blank row or a row with one text, and its texts are short. */
const mayBegin = (before: Row, row: Row): boolean =>
  (row.index - before.index > 1 || before.cells.size === 1) &&
  row.cells.size >= 2 &&
  [...row.cells.values()].every(cell => cell.type === 'text' && cell.text.length <= 40)

/** Among data only a row that is nearly all titles is a header. */
const isCertain = ({ titles, fields }: Header): boolean => fields.size >= 2 && fields.size >= titles.size * 0.7
