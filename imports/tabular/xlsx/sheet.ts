import { ok, type Result } from '#model/base/result.ts'
import { plainNumber } from '#model/wording/index.ts'
import { limits } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import { readXml } from '../safe-xml.ts'
import type { Cell, Merge, Row } from '../workbook.ts'
import { serialDate } from './serial-date.ts'
import { unescaped } from './strings.ts'
import type { DateStyle } from './styles.ts'

export interface SheetContent {
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  readonly cells: number
  readonly formulas: number
}

export interface SheetSource {
  readonly strings: readonly string[]
  readonly isDate: DateStyle
  readonly uses1904: boolean
  /** Cells the workbook may still have. */
  readonly left: number
}

interface Reading {
  row: number
  column: number
  type: string
  style: number
  text: string
  hasFormula: boolean
  isText: boolean
  inReading: number
  cells: Map<number, Cell>
}

/** Reads the used cells of a sheet; declared dimensions and styled empty cells cost nothing. */
export function readSheet(bytes: Uint8Array, source: SheetSource): Result<SheetContent, ReadingProblem> {
  const rows: Row[] = []
  const merges: Merge[] = []
  let cells = 0
  let formulas = 0
  let isTooMuch = false
  const at: Reading = {
    row: -1,
    column: -1,
    type: '',
    style: 0,
    text: '',
    hasFormula: false,
    isText: false,
    inReading: 0,
    cells: new Map(),
  }
  const finishCell = (): void => {
    const cell = cellOf(at, source)
    if (cell === undefined) return
    if (at.hasFormula) formulas++
    at.cells.set(at.column, cell)
    if (++cells > source.left) isTooMuch = true
  }
  const finishRow = (): void => {
    if (at.cells.size === 0) return
    rows.push({ index: at.row, cells: inOrder(at.cells) })
    at.cells = new Map()
    if (rows.length > limits.rows) isTooMuch = true
  }
  const read = readXml(bytes, {
    open: (name, attributes) => open(name, attributes, at, merges),
    text(piece) {
      if (at.isText) at.text += piece
    },
    close(name) {
      if (name === 'c') finishCell()
      else if (name === 'row') finishRow()
      else if (name === 'rPh') at.inReading--
      if (name === 'v' || name === 't') at.isText = false
    },
    isDone: () => isTooMuch,
  })
  if (!read.ok) return read
  if (isTooMuch) return problem('too-many-cells', { rows: limits.rows, cells: limits.cells })
  const isSorted = rows.every((row, index) => index === 0 || (rows[index - 1]?.index ?? 0) < row.index)
  return ok({ rows: isSorted ? rows : rows.sort((a, b) => a.index - b.index), merges, cells, formulas })
}

function open(name: string, attributes: ReadonlyMap<string, string>, at: Reading, merges: Merge[]): void {
  switch (name) {
    case 'row': {
      const stated = Number(attributes.get('r'))
      at.row = Number.isInteger(stated) && stated > 0 ? stated - 1 : at.row + 1
      at.column = -1
      break
    }
    case 'c':
      at.column = columnIn(attributes.get('r') ?? '') ?? at.column + 1
      at.type = attributes.get('t') ?? 'n'
      at.style = Number(attributes.get('s') ?? 0)
      at.text = ''
      at.hasFormula = false
      break
    case 'f':
      at.hasFormula = true
      break
    case 'v':
      at.isText = true
      break
    case 't':
      at.isText = at.inReading === 0
      break
    case 'rPh':
      at.inReading++
      break
    case 'mergeCell': {
      const merge = mergeIn(attributes.get('ref') ?? '')
      if (merge) merges.push(merge)
    }
  }
}

function cellOf({ type, style, text, hasFormula }: Reading, { strings, isDate, uses1904 }: SheetSource): Cell | undefined {
  const formula = hasFormula ? { formula: true } : {}
  switch (type) {
    case 's': {
      const shared = text.trim() === '' ? undefined : strings[Number(text)]
      return shared === undefined || shared === '' ? undefined : { text: shared, type: 'text', ...formula }
    }
    case 'str':
    case 'inlineStr':
      return text === '' ? undefined : { text: unescaped(text), type: 'text', ...formula }
    case 'b':
      return text === '' ? undefined : { text: text.trim() === '1' ? '是' : '否', type: 'boolean', ...formula }
    case 'e':
      return text === '' ? undefined : { text, type: 'error', ...formula }
    case 'd':
      return text === '' ? undefined : { text: text.replace(/T00:00:00(?:\.0+)?Z?$/u, ''), type: 'date', ...formula }
    default:
      return numberCell(text.trim(), isDate(style), uses1904, formula)
  }
}

function numberCell(text: string, isDate: boolean, uses1904: boolean, formula: { formula?: boolean }): Cell | undefined {
  if (text === '') return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) return { text, type: 'text', ...formula }
  const date = isDate ? serialDate(value, uses1904) : undefined
  return date === undefined ? { text: numberText(text, value), type: 'number', ...formula } : { text: date, type: 'date', ...formula }
}

/** Whole numbers as they stand; others with the 15 digits a spreadsheet keeps, so that `0.30000000000000004` is `0.3`. */
export const numberText = (text: string, value: number): string =>
  /^-?\d+$/u.test(text) ? text : plainNumber(Number(value.toPrecision(15)))

/** Zero-based column of a cell reference; undefined when there is none. */
function columnIn(reference: string): number | undefined {
  const letters = /^([A-Za-z]{1,3})\d/u.exec(reference)?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function mergeIn(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const [left, right] = [columnIn(from), columnIn(to)]
  const [top, bottom] = [from, to].map(one => Number(/\d+$/u.exec(one)?.[0]) - 1)
  return left === undefined || right === undefined || top === undefined || bottom === undefined || !(top <= bottom)
    ? undefined
    : { top, bottom, left, right }
}

/** Cells come in order from every usual producer; sorted only where they did not. */
function inOrder(cells: Map<number, Cell>): ReadonlyMap<number, Cell> {
  let last = -1
  for (const column of cells.keys()) {
    if (column < last) return new Map([...cells].sort((a, b) => a[0] - b[0]))
    last = column
  }
  return cells
}
