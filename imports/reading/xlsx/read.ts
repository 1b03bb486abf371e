import { ok, type Result } from '#model/base/result.ts'
import { buildSheet, emptyTally, type Tally, warningsOf } from '../cells/build-sheet.ts'
import type { ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { counted, type Sheet, type Workbook } from '../workbook.ts'
import { type CellReader, openCellReader } from './cells.ts'
import { findParts, type SheetPart } from './parts.ts'
import { hasMacros, passedOver } from './passed-over.ts'
import { type FindPart, type Relation, relationsOf } from './relations.ts'
import { readSheet, type SheetLink } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'

/** Reads an xlsx or xlsm: values only; formulas count by their stored result, macros and links are passed over and counted. */
export function readXlsx(archive: Archive): Result<Workbook, ReadingProblem> {
  const parts = findParts(archive)
  if (!parts.ok) return parts
  const strings = readStrings(archive, parts.value.strings)
  if (!strings.ok) return strings
  const styles = readStyles(archive, parts.value.styles)
  if (!styles.ok) return styles
  const ignored = passedOver(archive)
  if (!ignored.ok) return ignored
  const { find, uses1904, otherSheets } = parts.value
  const cellOf = openCellReader({ strings: strings.value, styles: styles.value, uses1904 })
  const tally = emptyTally()
  const sheets: Sheet[] = []
  for (const part of parts.value.sheets) {
    const sheet = sheetOf(part, { archive, find, cellOf, tally })
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  const warnings = [...warningsOf(tally), ...ignored.value, ...counted('sheets-without-cells', otherSheets)]
  return ok({ format: hasMacros(archive) ? 'xlsm' : 'xlsx', sheets, warnings })
}

interface Desk {
  readonly archive: Archive
  readonly find: FindPart
  readonly cellOf: CellReader
  readonly tally: Tally
}

function sheetOf({ name, hidden, part }: SheetPart, { archive, find, cellOf, tally }: Desk): Result<Sheet, ReadingProblem> {
  const builder = buildSheet(tally)
  const links = readSheet(take => archive.unpack(part, take), { part, builder, cellOf, tally })
  if (!links.ok) return links
  if (links.value.length > 0) {
    const relations = relationsOf(archive, find, part)
    if (!relations.ok) return relations
    for (const link of links.value) builder.link(link.row, link.column, targetOf(link, relations.value))
  }
  return builder.finish(name, hidden)
}

function targetOf({ relation, place }: SheetLink, relations: ReadonlyMap<string, Relation>): string {
  const address = relation === undefined ? '' : (relations.get(relation)?.target ?? '')
  return place === undefined ? address : `${address}#${place}`
}
