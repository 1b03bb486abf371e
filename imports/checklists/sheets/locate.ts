import { type Checklist, checklists } from '#exports/excel/checklists.ts'
import { type ChecklistColumn, columnsOf } from '#exports/excel/columns.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Kind } from '#model/schema/define-kind.ts'
import type { Row, Sheet } from '../../reading/workbook.ts'
import { titleKey } from './sheet-texts.ts'

/** A checklist found in a workbook. */
export interface Located {
  readonly kind: Kind
  readonly sheet: Sheet
  /** The sheet has the very name it went out with. */
  readonly isNamed: boolean
  /** Position of the header among the rows of the sheet. */
  readonly header: number
  /** Column with our ids, if it is still there. */
  readonly idColumn: number | undefined
  readonly columns: ReadonlyMap<number, ChecklistColumn>
  /** Titles of columns that are none of ours. */
  readonly unknown: ReadonlyMap<number, string>
}

/** Title of the hidden column of ids. */
const ID_TITLE = '编号'

/** The header is looked for in the first rows: people put titles and notes on top. */
const DEEPEST = 40

/** Titles that must be there for a row to be a header, and the share of filled cells they must be. */
const [FEWEST, SHARE] = [3, 0.5]

/** Outside of a workbook of ours, the share of our columns that must be there: others have codes, names and notes too. */
const COMPLETE = 0.4

/** The checklist a sheet holds, told by its name and, where that was changed, by its header alone. */
export function locate(sheet: Sheet, hasOrigin: boolean): Located | undefined {
  if (sheet.name.startsWith('_')) return undefined
  const named = checklists.find(one => baseName(sheet.name) === one.sheet)
  for (const list of named ? [named] : checklists) {
    const found = headerOf(sheet, list, named !== undefined)
    if (found && !hasOrigin && (found.idColumn === undefined || found.columns.size < columnsOf(found.kind).length * COMPLETE)) continue
    if (found) return { ...found, isNamed: sheet.name === list.sheet }
  }
  return undefined
}

/** A sheet name without what programs add to the name of a copy. */
const baseName = (name: string): string =>
  name
    .trim()
    .replace(/(?<![\s_-])[\s_-]*(?:[(（]\d+[)）]|[-_]?副本\d*|_\d+)$/u, '')
    .trim()

function headerOf(sheet: Sheet, list: Checklist, isNamed: boolean): Omit<Located, 'isNamed'> | undefined {
  const kind = kindOf(list.kind)
  if (kind === undefined) return undefined
  const titles = titlesOf(kind)
  for (const [index, row] of sheet.rows.slice(0, DEEPEST).entries()) {
    const columns = matched(row, titles)
    const idColumn = columnWith(row, ID_TITLE)
    const filled = [...row.cells.values()].filter(cell => cell.text.trim() !== '').length
    if (columns.size < Math.min(FEWEST, titles.size) || columns.size < filled * SHARE) continue
    // Many lists have a code and a note; only one has this name.
    const isOurs = isNamed || [...columns.values()].some(column => column.field === 'name')
    if (!isOurs) continue
    return { kind, sheet, header: index, idColumn, columns, unknown: unmatched(row, columns, idColumn) }
  }
  return undefined
}

const known = new Map<string, ReadonlyMap<string, ChecklistColumn>>()

/** Keys of titles of a kind's checklist, with and without the unit. */
function titlesOf(kind: Kind): ReadonlyMap<string, ChecklistColumn> {
  const found = known.get(kind.name)
  if (found) return found
  const titles = new Map<string, ChecklistColumn>()
  for (const column of columnsOf(kind)) {
    titles.set(titleKey(column.title), column)
    titles.set(titleKey(column.declared.label), column)
  }
  known.set(kind.name, titles)
  return titles
}

function matched(row: Row, titles: ReadonlyMap<string, ChecklistColumn>): Map<number, ChecklistColumn> {
  const columns = new Map<number, ChecklistColumn>()
  const taken = new Set<string>()
  for (const [index, { text }] of row.cells) {
    const column = titles.get(titleKey(text))
    // A copied column says its title twice; the first is the one that went out.
    if (column === undefined || taken.has(column.field)) continue
    taken.add(column.field)
    columns.set(index, column)
  }
  return columns
}

function columnWith(row: Row, title: string): number | undefined {
  for (const [index, { text }] of row.cells) if (titleKey(text) === title) return index
  return undefined
}

function unmatched(row: Row, columns: ReadonlyMap<number, ChecklistColumn>, idColumn: number | undefined): ReadonlyMap<number, string> {
  const others = new Map<number, string>()
  for (const [index, { text }] of row.cells)
    if (index !== idColumn && !columns.has(index) && text.trim() !== '') others.set(index, text.trim())
  return others
}
