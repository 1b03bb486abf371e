import { ok, type Result } from '#model/base/result.ts'
import { limits } from '../limits.ts'
import { type Failed, problem, type ReadingProblem } from '../problems.ts'
import { type Cell, counted, type Merge, type ReadingWarning, type Row, type Sheet } from '../workbook.ts'
import { carriedText } from './carried-text.ts'
import { isTooLongForNumber } from './number-text.ts'

/** What counts for a whole workbook, sheet after sheet. */
export interface Tally {
  cells: number
  formulas: number
  /** Formulas whose result the file does not hold. */
  unknownResults: number
  /** Numbers with more digits than a spreadsheet keeps. */
  longNumbers: number
  /** Cells with signs that no document can hold. */
  foreignSigns: number
}

export const emptyTally = (): Tally => ({ cells: 0, formulas: 0, unknownResults: 0, longNumbers: 0, foreignSigns: 0 })

export const warningsOf = ({ formulas, unknownResults, longNumbers, foreignSigns }: Tally): readonly ReadingWarning[] => [
  ...counted('formulas-as-values', formulas),
  ...counted('formulas-without-value', unknownResults),
  ...counted('digits-lost', longNumbers),
  ...counted('signs-replaced', foreignSigns),
]

/** Collects the cells of one sheet, in whatever order a file has them. */
export interface SheetBuilder {
  /** Zero-based; a cell put twice with another text is damage. */
  readonly put: (row: number, column: number, cell: Cell) => void
  readonly merge: (merge: Merge) => void
  /** Where a cell leads; after the cells. */
  readonly link: (row: number, column: number, target: string) => void
  /** A page header or footer, with its codes. */
  readonly margin: (text: string) => void
  /** Whether it is no use to go on: what there is already is too much, or is no sheet. */
  readonly isDone: () => boolean
  readonly finish: (name: string, hidden: Sheet['hidden']) => Result<Sheet, ReadingProblem>
}

export function buildSheet(tally: Tally): SheetBuilder {
  const collected = collectCells(tally)
  const { byRow, fail, failed } = collected
  const merges: Merge[] = []
  const margins: string[] = []
  const before = { cells: tally.cells, formulas: tally.formulas }
  let links = 0
  return {
    put: collected.put,
    merge(merge) {
      if (merges.push(merge) > limits.merges) fail(tooMany)
    },
    link(row, column, target) {
      const line = byRow.get(row)
      const cell = line?.get(column)
      if (cell === undefined || target === '') return
      line?.set(column, { ...cell, link: target })
      links++
    },
    margin(text) {
      if (text !== '') margins.push(text)
    },
    isDone: () => failed() !== undefined,
    finish(name, hidden) {
      const problem = failed()
      if (problem) return problem
      const rows = rowsInOrder(byRow)
      const usedColumns = rows.reduce((most, row) => Math.max(most, lastColumn(row) + 1), 0)
      const kept = withinUsed(merges, rows.at(-1)?.index ?? -1, usedColumns - 1)
      if (!kept.ok) return kept
      const counts = { cells: tally.cells - before.cells, formulas: tally.formulas - before.formulas, links }
      const told = margins.length > 0 ? { margins } : {}
      return ok({ name: carriedText(name), hidden, rows, merges: kept.value, usedColumns, counts, ...told })
    },
  }
}

const tooMany = problem('too-many-cells', { rows: limits.rows, cells: limits.cells })

/** The cells of a sheet by row and column, and the first problem with them. */
function collectCells(tally: Tally) {
  const byRow = new Map<number, Map<number, Cell>>()
  let current = -1
  let cells = new Map<number, Cell>()
  let failed: Failed | undefined
  const fail = (problem: Failed): void => {
    failed ??= problem
  }
  const openRow = (row: number): void => {
    current = row
    cells = byRow.get(row) ?? new Map<number, Cell>()
    byRow.set(row, cells)
    if (byRow.size > limits.rows) fail(tooMany)
  }
  const put = (row: number, column: number, cell: Cell): void => {
    if (!(row >= 0 && column >= 0)) fail(problem('damaged', { part: '' }))
    if (row > limits.lastRow || column > limits.lastColumn) fail(tooMany)
    if (failed) return
    if (row !== current) openRow(row)
    const text = carriedText(cell.text)
    // Of two contents for one place each program shows another one.
    if (cells.has(column) && cells.get(column)?.text !== text) fail(problem('damaged', { part: '' }))
    cells.set(column, text === cell.text ? cell : { ...cell, text })
    if (text !== cell.text) tally.foreignSigns++
    if (cell.formula === true) tally.formulas++
    if (cell.type === 'number' && isTooLongForNumber(cell.text)) tally.longNumbers++
    if (++tally.cells > limits.cells) fail(tooMany)
  }
  return { byRow, put, fail, failed: () => failed }
}

function rowsInOrder(byRow: ReadonlyMap<number, ReadonlyMap<number, Cell>>): readonly Row[] {
  const rows = Array.from(byRow, ([index, cells]): Row => ({ index, cells: cellsInOrder(cells) }))
  const isSorted = rows.every(({ index }, at) => at === 0 || (rows[at - 1]?.index ?? 0) < index)
  return isSorted ? rows : rows.sort((a, b) => a.index - b.index)
}

/** Cells come in order from every usual producer; sorted only where they did not. */
function cellsInOrder(cells: ReadonlyMap<number, Cell>): ReadonlyMap<number, Cell> {
  let last = -1
  for (const column of cells.keys()) {
    if (column < last) return new Map([...cells].sort((a, b) => a[0] - b[0]))
    last = column
  }
  return cells
}

function lastColumn({ cells }: Row): number {
  let last = -1
  for (const column of cells.keys()) last = column
  return last
}

/** Merges may reach over a million empty rows; only the part over used cells means anything, and all of them together have an end. */
function withinUsed(merges: readonly Merge[], lastRow: number, lastUsed: number): Result<readonly Merge[], ReadingProblem> {
  const kept: Merge[] = []
  let length = 0
  for (const merge of merges) {
    const { top, left } = merge
    const bottom = Math.min(merge.bottom, lastRow)
    const right = Math.min(merge.right, lastUsed)
    if (bottom < top || right < left || (bottom === top && right === left)) continue
    kept.push({ top, bottom, left, right })
    length += bottom - top + right - left
    if (length > limits.cells) return problem('too-many-cells', { rows: limits.rows, cells: limits.cells })
  }
  return ok(kept)
}
