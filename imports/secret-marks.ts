import { secretMarkIn } from '#model/analysis/secret-marks.ts'
import type { SourceFile } from './define-importer.ts'
import { readTable } from './reading/read-table.ts'
import type { Sheet } from './reading/workbook.ts'

/** Where a source carries the mark of a state secret. */
export interface MarkedPlace {
  readonly file: string
  /** Empty for the name of the file. */
  readonly sheet: string
  /** One-based; 0 for the name of the sheet, its page header or footer. */
  readonly row: number
  readonly mark: string
}

/** A title whose column says how secret something is. */
const ofLevels = /密级|保密等级|保密级别|涉密等级|涉密级别/u

/** Every mark in the names and cells of a source, hidden sheets too; others' words besides. The importers have read the same files. */
export function marksInFiles(files: readonly SourceFile[], others: readonly string[]): readonly MarkedPlace[] {
  return files.flatMap(({ name, bytes }) => {
    const place = { file: name, sheet: '', row: 0 }
    const inName = markIn(name.replace(/\.[A-Za-z0-9]{1,5}$/u, ''), others)
    const table = readTable(name, bytes)
    const sheets = table.ok ? table.value.sheets : []
    return [...(inName === undefined ? [] : [{ ...place, mark: inName }]), ...sheets.flatMap(sheet => marksInSheet(name, sheet, others))]
  })
}

const markIn = (text: string, others: readonly string[]): string | undefined => secretMarkIn(text, others)?.text

function marksInSheet(file: string, sheet: Sheet, others: readonly string[]): MarkedPlace[] {
  const found: MarkedPlace[] = []
  const bare = new Map<number, MarkedPlace[]>()
  const titled = new Set<number>()
  const note = (row: number, mark: string): MarkedPlace => ({ file, sheet: sheet.name, row, mark })
  for (const text of [sheet.name, ...(sheet.margins ?? []).flatMap(marginTexts)]) {
    const mark = markIn(text, others)
    if (mark !== undefined) found.push(note(0, mark))
  }
  for (const { index, cells } of sheet.rows)
    for (const [column, { text, type }] of cells) {
      if (type !== 'text') continue
      if (ofLevels.test(text)) titled.add(column)
      const mark = secretMarkIn(text, others)
      if (mark === undefined) continue
      if (mark.isBare) bare.set(column, [...(bare.get(column) ?? []), note(index + 1, mark.text)])
      else found.push(note(index + 1, mark.text))
    }
  // A column that lists several levels under another title is a list of values: it is about levels.
  for (const [column, places] of bare) if (titled.has(column) || new Set(places.map(one => one.mark)).size === 1) found.push(...places)
  return found.sort((a, b) => a.row - b.row)
}

/** The texts of a page header or footer: left, middle and right without their codes. Source: ECMA-376 part 1, 18.3.1.46. */
const marginTexts = (written: string): readonly string[] =>
  written.split(/&[LCR]/u).map(part => part.replaceAll(/&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])/gu, '').trim())
