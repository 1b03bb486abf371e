import type { ChecklistColumn } from '#exports/excel/columns.ts'
import type { Patch } from '#model/document/draft.ts'
import type { FieldValue } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { Refused, SheetChange, SheetConflict, SheetPlace } from '../define-importer.ts'
import { compareCell, type Outcome } from './compare-cell.ts'
import type { Entry } from './entries.ts'

/** What a row does to its element. */
export interface RowOutcome {
  readonly entry: Entry
  /** Fields to set, `owner` among them. */
  readonly patch: Patch
  readonly changes: readonly SheetChange[]
  readonly conflicts: readonly SheetConflict[]
  readonly refused: readonly Refused[]
  /** Cells that differ in nothing a person meant. */
  readonly slight: { readonly width: number; readonly digits: number }
}

/** Kinds whose elements people do not call by a name. */
const unnamed: ReadonlySet<string> = new Set(['link', 'sharing', 'collaboration', 'requirement'])

/** Compares a row cell by cell with what went out and with the document. */
export function outcomeOf(entry: Entry, wording: Wording, takeSheet: boolean): RowOutcome {
  const { table, row, element, base } = entry
  const isRemoved = table.isOurs && base !== undefined && element === undefined
  // An element that is gone from the document is new again if the sheet is right, and nothing if it says nothing new.
  const exported = isRemoved && takeSheet ? undefined : base
  const patch: Record<string, FieldValue | undefined> = {}
  const report: { changes: SheetChange[]; conflicts: SheetConflict[]; refused: Refused[] } = { changes: [], conflicts: [], refused: [] }
  const slight = { width: 0, digits: 0 }
  for (const column of table.located.columns.values()) {
    const cell = row.cells.get(column.field)
    if (cell === undefined || (column.field === 'code' && entry.copiedFrom !== undefined)) continue
    const said = exported?.get(column.field)
    // Nearly every cell says what it said.
    if (element !== undefined && cell.text === said) continue
    const written = entry.written?.get(column.field)
    const outcome = checked(compareCell({ column, cell, exported: said, written, element, wording, takeSheet }), column, entry)
    if (outcome.sort === 'same' && 'slight' in outcome) slight[outcome.slight]++
    if (outcome.sort === 'taken') patch[column.field] = outcome.value
    tell(outcome, entry, column, { report, exported: said ?? '' })
  }
  if (isRemoved && !takeSheet) return removedRow(entry, { entry, patch: {}, ...report, slight }, patch)
  return { entry, patch, ...report, slight }
}

export const placeOf = ({ table, row }: Entry, column = ''): SheetPlace => ({
  file: table.file,
  sheet: table.located.sheet.name,
  row: row.row,
  // The mark of what is required is no part of what people call a column.
  column: column.replace('*', ''),
})

/** What no element of a kind can be without. */
function checked(outcome: Outcome, { field }: ChecklistColumn, { table, element }: Entry): Outcome {
  const { kind } = table.located
  const clears = outcome.sort === 'taken' && outcome.value === undefined
  const isMissing = clears || (outcome.sort === 'same' && element === undefined && !('slight' in outcome))
  if (!isMissing) return outcome
  if (field === 'name' && !unnamed.has(kind.name)) return { sort: 'refused', reason: { code: 'name-missing', value: '' } }
  if (field === 'owner' && kind.needsOwner) return { sort: 'refused', reason: { code: 'owner-missing', value: '' } }
  return outcome
}

interface Telling {
  readonly report: { readonly changes: SheetChange[]; readonly conflicts: SheetConflict[]; readonly refused: Refused[] }
  readonly exported: string
}

function tell(outcome: Outcome, entry: Entry, { title }: ChecklistColumn, { report, exported }: Telling): void {
  if (outcome.sort === 'same') return
  const { id, element, name, table } = entry
  const kind = table.located.kind.name
  const about = { ...placeOf(entry, title), element: id, kind, name: name || (element?.name ?? '') }
  if (outcome.sort === 'taken' && element !== undefined)
    report.changes.push({ ...about, sort: 'changed', before: outcome.before, after: outcome.after })
  else if (outcome.sort === 'conflict') {
    const code = exported === '' && entry.base === undefined ? 'differs' : 'both-changed'
    report.conflicts.push({ ...about, code, exported, inSheet: outcome.after, inDocument: outcome.before })
  } else if (outcome.sort === 'refused') {
    const { code, value, ...more } = outcome.reason
    const options = 'options' in more ? (more.options ?? []) : []
    report.refused.push({ ...placeOf(entry, title), code, values: { value, name, kind, ...(options.length > 0 ? { options } : {}) } })
  }
}

/** The document has removed the element. A row that was not changed leaves it at that. */
function removedRow({ row, table, name, id, base }: Entry, outcome: RowOutcome, changed: Patch): RowOutcome {
  const fields = Object.keys(changed)
  const written = fields.map(field => row.cells.get(field)?.text ?? '').join('；')
  const exported = fields.map(field => base?.get(field) ?? '').join('；')
  const conflict: SheetConflict = {
    ...placeOf(outcome.entry),
    code: 'removed-in-document',
    element: id,
    kind: table.located.kind.name,
    name: name || (base?.get('name') ?? ''),
    exported,
    inSheet: written,
    inDocument: '',
  }
  return { ...outcome, changes: [], refused: [], conflicts: fields.length > 0 ? [conflict] : [] }
}
