import type { ChecklistColumn } from '#exports/excel/columns.ts'
import { same } from '#model/base/json.ts'
import type { Patch } from '#model/document/draft.ts'
import type { ElementId, FieldValue } from '#model/schema/element.ts'
import type { Compared, Imported, ImportInput, ImportWarning, SheetChange, SheetConflict } from '../define-importer.ts'
import { type Applied, applyRows } from './apply.ts'
import { type CheckedTable, type Entries, type Entry, entriesOf } from './entries.ts'
import { goneRows } from './gone.ts'
import { outcomeOf, placeOf, type RowOutcome } from './row-outcome.ts'

/** Compares checklists with what went out and with the document, and takes what only the sheets changed. Source: contracts C6.2. */
export function take(tables: readonly CheckedTable[], input: ImportInput): Omit<Imported, 'mapping'> {
  const { state, wording, newId, takeSheet } = input
  const entries = entriesOf(tables, { state, wording, newId })
  const outcomes = agreeing(entries.all.map(entry => outcomeOf(entry, entries.names.wording, takeSheet)))
  const applied = applyRows(outcomes, state, newId)
  const gone = goneRows(tables, entries.all, { draft: applied.draft, state, wording, takeSheet })
  if (input.removals) for (const id of gone.ids) applied.draft.remove(id)
  const kept = outcomes.filter(one => !applied.left.has(one.entry))
  const added = kept.flatMap(one => addedRow(one, applied))
  const untouched = outcomes.filter(one => isUnchanged(one, applied))
  const compared: Compared = {
    unchanged: untouched.length,
    sheets: tables.map(table => {
      const inTable = (all: readonly RowOutcome[]): number => all.filter(one => one.entry.table === table).length
      return { file: table.file, sheet: table.located.sheet.name, rows: inTable(outcomes), unchanged: inTable(untouched) }
    }),
    changes: [...added, ...kept.flatMap(one => one.changes), ...gone.changes],
    conflicts: [...kept.flatMap(one => one.conflicts), ...gone.conflicts],
  }
  return {
    delta: applied.draft.delta(),
    read: { sheets: tables.length, rows: entries.all.length, ...(entries.skipped > 0 ? { notes: entries.skipped } : {}) },
    links: kept.reduce((sum, one) => sum + linksIn(one), 0),
    refused: applied.refused,
    warnings: warningsOf(outcomes, entries, { removals: input.removals, goneCount: gone.changes.length }),
    compared,
  }
}

/** Files of several people may say different things of one cell: the first is taken, and the others are told. */
function agreeing(outcomes: readonly RowOutcome[]): readonly RowOutcome[] {
  const first = new Map<ElementId, { readonly entry: Entry; readonly patch: Patch }>()
  return outcomes.map(outcome => {
    const { entry, patch } = outcome
    const earlier = first.get(entry.id)
    if (earlier === undefined) {
      first.set(entry.id, { entry, patch })
      return outcome
    }
    const disputed = Object.keys(patch).filter(field => field in earlier.patch && !same(patch[field], earlier.patch[field]))
    const rest = Object.fromEntries(Object.entries(patch).filter(([field]) => !(field in earlier.patch)))
    first.set(entry.id, { entry: earlier.entry, patch: { ...earlier.patch, ...rest } })
    const conflicts = disputed.map((field): SheetConflict => disputeOver(field, entry, earlier.entry))
    return { ...outcome, patch: rest, changes: [], conflicts: [...outcome.conflicts, ...conflicts] }
  })
}

function disputeOver(field: string, entry: Entry, earlier: Entry): SheetConflict {
  const { kind, columns } = entry.table.located
  const title = [...columns.values()].find((column: ChecklistColumn) => column.field === field)?.title ?? field
  const [inSheet = '', exported = '', inDocument = ''] = [
    entry.row.cells.get(field)?.text,
    entry.base?.get(field),
    earlier.row.cells.get(field)?.text,
  ]
  const about = { element: entry.id, kind: kind.name, name: entry.name }
  return { ...placeOf(entry, title), ...about, code: 'files-disagree', exported, inSheet, inDocument }
}

function addedRow({ entry }: RowOutcome, { draft }: Applied): readonly SheetChange[] {
  if (entry.element !== undefined || draft.get(entry.id) === undefined) return []
  const kind = entry.table.located.kind.name
  return [{ ...placeOf(entry), sort: 'added', element: entry.id, kind, name: entry.name, before: '', after: entry.name }]
}

const isUnchanged = ({ entry, patch, conflicts }: RowOutcome, { left }: Applied): boolean =>
  !left.has(entry) && conflicts.length === 0 && Object.keys(patch).length === 0

const referring: ReadonlySet<string> = new Set(['ref', 'refs', 'refList'])

/** References among the values that are taken. */
function linksIn({ entry, patch }: RowOutcome): number {
  let count = 0
  for (const { field, declared } of entry.table.located.columns.values()) {
    const value: FieldValue | undefined = referring.has(declared.type) ? patch[field] : undefined
    if (value !== undefined) count += Array.isArray(value) ? value.length : 1
  }
  return count
}

/** Rows that are gone, and whether their elements may go. */
interface Going {
  readonly removals: boolean
  readonly goneCount: number
}

/** What a person should know that is neither changed nor refused. */
function warningsOf(outcomes: readonly RowOutcome[], { all }: Entries, { removals, goneCount }: Going): readonly ImportWarning[] {
  const total = (sort: 'width' | 'digits'): number => outcomes.reduce((sum, one) => sum + one.slight[sort], 0)
  const counted = (code: string, count: number): readonly ImportWarning[] => (count > 0 ? [{ code, values: { count } }] : [])
  const copies = all.filter(entry => entry.copiedFrom !== undefined)
  return [
    ...copies.map(entry => ({ code: 'row-copied', values: { ...placeOf(entry), name: entry.name } })),
    ...(removals ? [] : counted('rows-gone', goneCount)),
    ...counted('slightly-different', total('width')),
    ...counted('digits-kept', total('digits')),
  ]
}
