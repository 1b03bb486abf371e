import type { Sheet } from '../reading/workbook.ts'
import { type FilledRow, isNote, rowFiller, sectionOf, type Texts } from './cells.ts'
import { isOrganisation } from './organisations.ts'
import { type Header, headerRepeats } from './header/header.ts'

/** One element of a list: its row, with the rows that its merged name covers. */
export interface ListRow {
  /** Zero-based. */
  readonly index: number
  readonly texts: Texts
  /** The heading rows above, the nearest last. */
  readonly sections: readonly string[]
}

export interface ListRows {
  readonly rows: readonly ListRow[]
  /** Rows that are no elements, by what they are. */
  readonly skipped: ReadonlyMap<'repeatedHeaders' | 'notes' | 'sections' | 'continued', number>
  /** Rows with texts beyond the last title. */
  readonly beyond: number
}

/** The column a field is read from. */
export function columnOf(header: Header, field: string): number | undefined {
  for (const [column, one] of header.fields) if (one === field) return column
  return undefined
}

/** Tells elements from notes, headings and repeated headers. Source: contracts C6.4. */
export function readRows(sheet: Sheet, header: Header): ListRows {
  const fill = rowFiller(sheet)
  const repeats = headerRepeats(sheet, header)
  const nameColumn = columnOf(header, 'name') ?? 0
  const widest = Math.max(...header.titles.keys())
  const rows: { index: number; texts: Map<number, string>; sections: readonly string[] }[] = []
  const skipped = new Map<'repeatedHeaders' | 'notes' | 'sections' | 'continued', number>()
  const skip = (what: 'repeatedHeaders' | 'notes' | 'sections' | 'continued'): void => void skipped.set(what, (skipped.get(what) ?? 0) + 1)
  const departmentColumn = columnOf(header, '@organisation')
  let sections: readonly string[] = []
  let department: string | undefined
  let beyond = 0
  for (const row of sheet.rows.slice(header.firstData)) {
    const filled = fill(row)
    if (filled.texts.size === 0) continue
    const last = rows.at(-1)
    const section = sectionOf(filled)
    if (repeats(row)) skip('repeatedHeaders')
    else if (section !== undefined && (filled.widest > 2 || !filled.own.has(nameColumn) || nameColumn === 0)) {
      sections = [...sections.slice(-1), section]
      if (isOrganisation(section)) department = section
      skip('sections')
    } else if (filled.own.size === 1 && isOrganisation(filled.own.get(departmentColumn ?? -1) ?? '')) {
      department = filled.own.get(departmentColumn ?? -1)
      skip('sections')
    } else if (last && filled.continued.has(nameColumn) && last.index >= (filled.continued.get(nameColumn) ?? 0)) {
      append(last.texts, filled)
      skip('continued')
    } else if (isNote(filled, filled.texts.get(nameColumn) ?? '')) skip('notes')
    else {
      if ([...filled.own.keys()].some(column => column > widest)) beyond++
      const texts = new Map(filled.texts)
      // A department on a row of its own is that of the rows below.
      if (departmentColumn !== undefined && department !== undefined && !texts.has(departmentColumn))
        texts.set(departmentColumn, department)
      department = undefined
      rows.push({ index: row.index, texts, sections })
    }
  }
  return { rows, skipped, beyond }
}

/** What the rows under a merged name say stands below one another, as it would in one cell. */
function append(texts: Map<number, string>, { own }: FilledRow): void {
  for (const [column, text] of own) {
    const before = texts.get(column)
    if (before === undefined) texts.set(column, text)
    else if (!before.split('\n').includes(text)) texts.set(column, `${before}\n${text}`)
  }
}
