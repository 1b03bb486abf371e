import { ok, type Result } from '#model/base/result.ts'
import type { SheetBuilder, Tally } from '../cells/build-sheet.ts'
import { sheetXml } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import { type AttributeReader, readXml, type XmlListener, type XmlSource } from '../safe-xml.ts'
import type { CellReader, RawCell } from './cells.ts'
import { columnIn, placeIn, rangeIn } from './references.ts'

/** A cell that leads somewhere; the target is a relation, or a place in the workbook. */
export interface SheetLink {
  readonly row: number
  readonly column: number
  readonly relation: string | undefined
  readonly place: string | undefined
}

export interface SheetTask {
  readonly part: string
  readonly builder: SheetBuilder
  readonly cellOf: CellReader
  readonly tally: Tally
}

/** The cell being read, and where. */
interface Reading extends RawCell {
  inData: boolean
  row: number
  /** Its number as references say it. */
  rowText: string
  column: number
  /** Whether the row says its number; else its cells may. */
  isRowStated: boolean
  taking: 'value' | 'inline' | undefined
  /** Depth inside readings above Chinese characters. */
  readings: number
  isDamaged: boolean
  /** The page header or footer being read. */
  margin: string | undefined
}

/** Reads the used cells of a sheet into a builder; declared dimensions and styled empty cells cost nothing. */
export function readSheet(source: XmlSource, { part, builder, cellOf, tally }: SheetTask): Result<readonly SheetLink[], ReadingProblem> {
  const at: Reading = {
    ...emptyCell,
    inData: false,
    row: -1,
    rowText: '',
    column: -1,
    isRowStated: false,
    taking: undefined,
    readings: 0,
    isDamaged: false,
    margin: undefined,
  }
  const links: SheetLink[] = []
  const finishCell = (): void => {
    const cell = cellOf(at)
    if (cell === 'damaged') at.isDamaged = true
    else if (cell) builder.put(at.row, at.column, cell)
    else if (at.hasFormula && at.value === undefined) tally.unknownResults++
  }
  const listener: XmlListener = {
    open(name, attribute) {
      if (at.inData) openInData(name, attribute, at)
      else openOutside(name, attribute, { at, builder, links })
    },
    text(piece) {
      if (at.margin !== undefined) at.margin += piece
      else if (at.taking === 'value') at.value += piece
      else if (at.taking === 'inline') at.inline += piece
    },
    close(name) {
      if (at.margin !== undefined) {
        builder.margin(at.margin)
        at.margin = undefined
      }
      if (!at.inData) return
      if (name === 'c') finishCell()
      else if (name === 'v' || name === 't') at.taking = undefined
      else if (name === 'rPh') at.readings--
      else if (name === 'sheetData') at.inData = false
    },
    isDone: () => at.isDamaged || builder.isDone(),
  }
  const read = readXml(source, listener, sheetXml)
  if (!read.ok) return read
  return at.isDamaged ? problem('damaged', { part }) : ok(links)
}

const emptyCell: RawCell = { type: 'n', style: 0, value: undefined, inline: undefined, hasFormula: false }

function openInData(name: string, attribute: AttributeReader, at: Reading): void {
  switch (name) {
    case 'c':
      openCell(attribute, at)
      break
    case 'v':
      at.value ??= ''
      at.taking = 'value'
      break
    case 'f':
      at.hasFormula = true
      break
    case 'row': {
      const stated = Number(attribute('r'))
      at.isRowStated = Number.isInteger(stated) && stated > 0
      at.row = at.isRowStated ? stated - 1 : at.row + 1
      at.rowText = String(at.row + 1)
      at.column = -1
      break
    }
    case 'is':
      at.inline = ''
      break
    case 't':
      at.taking = at.inline !== undefined && at.readings === 0 ? 'inline' : undefined
      break
    case 'rPh':
      at.readings++
  }
}

/** A cell without a reference stands after the one before it. */
function openCell(attribute: AttributeReader, at: Reading): void {
  const reference = attribute('r')
  at.column = reference === undefined ? at.column + 1 : columnIn(reference)
  if (reference !== undefined && !at.isRowStated) at.row = placeIn(reference)?.row ?? at.row
  // Programs disagree on which of the two to believe: the cell would be silently in another row for some of them.
  else if (reference !== undefined && !isInRow(reference, at.rowText)) at.isDamaged = true
  at.type = attribute('t') ?? 'n'
  at.style = Number(attribute('s') ?? 0)
  at.value = undefined
  at.inline = undefined
  at.hasFormula = false
}

/** Whether a reference such as `AB12` ends in the number of its row; one without a number says nothing against it. */
function isInRow(reference: string, row: string): boolean {
  const isDigit = (at: number): boolean => /\d/u.test(reference.charAt(at))
  if (!isDigit(reference.length - 1)) return true
  return reference.endsWith(row) && !isDigit(reference.length - row.length - 1)
}

interface Outside {
  readonly at: Reading
  readonly builder: SheetBuilder
  readonly links: SheetLink[]
}

function openOutside(name: string, attribute: AttributeReader, { at, builder, links }: Outside): void {
  if (name === 'sheetData') at.inData = true
  else if (/^(?:odd|even|first)(?:Header|Footer)$/u.test(name)) at.margin = ''
  else if (name === 'mergeCell') {
    const range = rangeIn(attribute('ref') ?? '')
    if (range) builder.merge(range)
  } else if (name === 'hyperlink') {
    const place = placeIn((attribute('ref') ?? '').split(':')[0] ?? '')
    if (place) links.push({ ...place, relation: attribute('id'), place: attribute('location') })
  }
}
