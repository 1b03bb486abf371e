import { ok, type Result } from '#model/base/result.ts'
import { buildSheet, emptyTally, type SheetBuilder, type Tally, warningsOf } from '../cells/build-sheet.ts'
import { limits, sheetXml } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { type AttributeReader, readXml } from '../safe-xml.ts'
import { type Cell, counted, type Sheet, type Workbook } from '../workbook.ts'
import { closeCell, countIn, type OdsCell, openCell } from './cells.ts'

/** Elements whose text is not that of the cell they stand in. */
const asides: ReadonlySet<string> = new Set(['annotation', 'frame', 'custom-shape', 'shapes', 'ruby-text', 'tracked-changes', 'dde-links'])

interface Desk {
  readonly tally: Tally
  readonly sheets: Sheet[]
  /** Styles whose tables are not displayed. */
  readonly hiddenStyles: Set<string>
  style: string
  isSpreadsheet: boolean
  comments: number
  asides: number
  failed: Result<never, ReadingProblem> | undefined
  table: OpenTable | undefined
}

interface OpenTable {
  readonly name: string
  readonly hidden: Sheet['hidden']
  readonly builder: SheetBuilder
  row: number
  rowRepeats: number
  column: number
  cell: OdsCell | undefined
  /** Cells of the row that show something. */
  found: { readonly column: number; readonly repeats: number; readonly cell: Cell }[]
}

/** Reads an ods: values only. Repeated cells are written out only as far as the limits, so a short file cannot hold a sheet without end. */
export function readOds(archive: Archive): Result<Workbook, ReadingProblem> {
  const isEncrypted = findEncryption(archive)
  if (!isEncrypted.ok) return isEncrypted
  if (isEncrypted.value) return problem('encrypted', {})
  const desk: Desk = {
    tally: emptyTally(),
    sheets: [],
    hiddenStyles: new Set(),
    style: '',
    isSpreadsheet: false,
    comments: 0,
    asides: 0,
    failed: undefined,
    table: undefined,
  }
  const read = readXml(
    take => archive.unpack('content.xml', take),
    {
      open: (name, attribute) => open(name, attribute, desk),
      text: piece => addText(piece, desk),
      close: name => close(name, desk),
      isDone: () => desk.failed !== undefined || desk.table?.builder.isDone() === true,
    },
    sheetXml,
  )
  if (!read.ok) return read
  if (desk.table) closeTable(desk, desk.table)
  if (desk.failed) return desk.failed
  if (!desk.isSpreadsheet) return problem('not-a-table', {})
  const { sheets, tally, comments } = desk
  return ok({ format: 'ods', sheets, warnings: [...warningsOf(tally), ...counted('comments-ignored', comments)] })
}

function findEncryption(archive: Archive): Result<boolean, ReadingProblem> {
  let isEncrypted = false
  if (!archive.has('META-INF/manifest.xml')) return ok(false)
  const read = readXml(take => archive.unpack('META-INF/manifest.xml', take), {
    open(name) {
      if (name === 'encryption-data' || name === 'encrypted-key') isEncrypted = true
    },
  })
  return read.ok ? ok(isEncrypted) : read
}

function open(name: string, attribute: AttributeReader, desk: Desk): void {
  if (asides.has(name)) {
    desk.asides++
    if (name === 'annotation') desk.comments++
  }
  if (desk.asides > 0) return
  if (desk.table) return openInTable(name, attribute, desk.table)
  if (name === 'style') desk.style = attribute('style:name') ?? attribute('name') ?? ''
  else if (name === 'table-properties' && attribute('display') === 'false') desk.hiddenStyles.add(desk.style)
  else if (name === 'spreadsheet') desk.isSpreadsheet = true
  else if (name === 'table' && desk.isSpreadsheet) openTable(attribute, desk)
}

function openTable(attribute: AttributeReader, desk: Desk): void {
  if (desk.sheets.length >= limits.sheets) desk.failed = problem('too-many-parts', { count: desk.sheets.length + 1, most: limits.sheets })
  desk.table = {
    name: attribute('name') ?? '',
    hidden: desk.hiddenStyles.has(attribute('style-name') ?? '') ? 'hidden' : 'visible',
    builder: buildSheet(desk.tally),
    row: 0,
    rowRepeats: 1,
    column: 0,
    cell: undefined,
    found: [],
  }
}

function openInTable(name: string, attribute: AttributeReader, table: OpenTable): void {
  switch (name) {
    case 'table-row':
      table.rowRepeats = countIn(attribute('number-rows-repeated'))
      table.column = 0
      table.found = []
      break
    case 'table-cell':
    case 'covered-table-cell':
      table.cell = openCell(attribute)
      break
    case 'p':
      table.cell?.paragraphs.push('')
      break
    case 's':
      addToCell(' '.repeat(Math.min(countIn(attribute('c')), 1000)), table)
      break
    case 'tab':
      addToCell('\t', table)
      break
    case 'line-break':
      addToCell('\n', table)
      break
    case 'a':
      if (table.cell) table.cell.link ||= attribute('href') ?? ''
  }
}

/** White space in a paragraph counts as one blank; more is written as elements. Source: OpenDocument 1.3 part 3, 6.1.2. */
function addText(piece: string, { asides, table }: Desk): void {
  if (asides === 0 && table?.cell && table.cell.paragraphs.length > 0) addToCell(piece.replaceAll(/[\t\n\r ]+/gu, ' '), table)
}

function addToCell(text: string, { cell }: OpenTable): void {
  if (cell && cell.paragraphs.length > 0) cell.paragraphs[cell.paragraphs.length - 1] += text
}

function close(name: string, desk: Desk): void {
  if (asides.has(name)) desk.asides--
  const { table } = desk
  if (desk.asides > 0 || table === undefined) return
  if (name === 'table-cell' || name === 'covered-table-cell') closeTableCell(table)
  else if (name === 'table-row') closeRow(table)
  else if (name === 'table') closeTable(desk, table)
}

function closeTableCell(table: OpenTable): void {
  if (table.cell === undefined) return
  const { repeats, spanRows, spanColumns } = table.cell
  const cell = closeCell(table.cell)
  if (cell) table.found.push({ column: table.column, repeats, cell })
  if (spanRows > 1 || spanColumns > 1) {
    const { row, column } = table
    table.builder.merge({ top: row, bottom: row + spanRows - 1, left: column, right: column + spanColumns - 1 })
  }
  table.column += repeats
  table.cell = undefined
}

function closeRow(table: OpenTable): void {
  const { builder, found, row, rowRepeats } = table
  for (let at = row; found.length > 0 && at < row + rowRepeats && !builder.isDone(); at++)
    for (const { column, repeats, cell } of found)
      for (let next = column; next < column + repeats && !builder.isDone(); next++) builder.put(at, next, cell)
  table.row += rowRepeats
}

function closeTable(desk: Desk, { name, hidden, builder }: OpenTable): void {
  const sheet = builder.finish(name, hidden)
  if (sheet.ok) desk.sheets.push(sheet.value)
  else desk.failed ??= sheet
  desk.table = undefined
}
