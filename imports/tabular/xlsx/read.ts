import { ok, type Result } from '#model/base/result.ts'
import { limits } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import type { ReadingWarning, Sheet, Workbook } from '../workbook.ts'
import { findParts, type SheetPart, type WorkbookParts } from './parts.ts'
import { readSheet, type SheetContent } from './sheet.ts'
import { readStrings } from './strings.ts'
import { type DateStyle, readDateStyles } from './styles.ts'

/** Reads an xlsx or xlsm: values only; formulas count by their stored result, macros and links are passed over and counted. */
export function readXlsx(archive: Archive): Result<Workbook, ReadingProblem> {
  const parts = findParts(archive)
  if (!parts.ok) return parts
  const strings = readStrings(archive, parts.value.strings)
  if (!strings.ok) return strings
  const isDate = readDateStyles(archive, parts.value.styles)
  const sheets: Sheet[] = []
  const warnings: ReadingWarning[] = [...parts.value.warnings]
  let left: number = limits.cells
  let formulas = 0
  if (parts.value.sheets.length > limits.sheets) return problem('too-many-parts', { most: limits.sheets })
  for (const one of parts.value.sheets) {
    const content = sheetContent(archive, one, { strings: strings.value, isDate, parts: parts.value, left })
    if (!content.ok) return content
    left -= content.value.cells
    formulas += content.value.formulas
    sheets.push({ name: one.name, hidden: one.hidden, rows: content.value.rows, merges: content.value.merges })
  }
  if (formulas > 0) warnings.push({ code: 'formulas-as-values', values: { count: formulas } })
  return ok({ format: 'xlsx', sheets, warnings })
}

interface Shared {
  readonly strings: readonly string[]
  readonly isDate: DateStyle
  readonly parts: WorkbookParts
  readonly left: number
}

function sheetContent(
  archive: Archive,
  { part }: SheetPart,
  { strings, isDate, parts, left }: Shared,
): Result<SheetContent, ReadingProblem> {
  if (part === undefined) return problem('damaged', { part: '' })
  const bytes = archive.part(part)
  if (!bytes.ok) return bytes
  return readSheet(bytes.value, { strings, isDate, uses1904: parts.uses1904, left })
}
