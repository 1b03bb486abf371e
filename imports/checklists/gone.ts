import type { Draft } from '#model/document/draft.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { cellText, columnsOf } from '#exports/excel/columns.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { SheetChange, SheetConflict } from '../define-importer.ts'
import type { CheckedTable, Entry } from './entries.ts'
import type { BaseTexts } from './sheets/origin.ts'
import { foldWidth } from './sheets/sheet-texts.ts'

/** Elements that went out and have no row any more. */
export interface Gone {
  readonly changes: readonly SheetChange[]
  readonly conflicts: readonly SheetConflict[]
  /** Those that may be removed. */
  readonly ids: readonly ElementId[]
}

interface Found {
  readonly table: CheckedTable
  readonly element: Element
  readonly base: BaseTexts
}

/** Reports rows that are gone. One the document has changed since, or that owns rows which are still there, is not to go. */
export function goneRows(
  tables: readonly CheckedTable[],
  entries: readonly Entry[],
  given: { readonly draft: Draft; readonly state: DocumentState; readonly wording: Wording; readonly takeSheet: boolean },
): Gone {
  const there = new Set(entries.map(entry => entry.id))
  // Each element once, though several files may have come back without it.
  const found = new Map(tables.flatMap(table => missingFrom(table, there, given.state)).map(one => [one.element.id, one] as const))
  const owning = ownersOfKept(there, given.draft)
  const changes: SheetChange[] = []
  const conflicts: SheetConflict[] = []
  const ids: ElementId[] = []
  for (const one of found.values()) {
    const { element } = one
    const about = aboutGone(one)
    const isChanged = !given.takeSheet && hasChanged(one, given.wording)
    if (owning.has(element.id)) conflicts.push({ ...about, code: 'owns-others', exported: '', inSheet: '', inDocument: '' })
    else if (isChanged) conflicts.push({ ...about, code: 'changed-in-document', exported: '', inSheet: '', inDocument: '' })
    else {
      changes.push({ ...about, sort: 'gone', before: '', after: '' })
      ids.push(element.id)
    }
  }
  return { changes, conflicts, ids }
}

function missingFrom(table: CheckedTable, there: ReadonlySet<ElementId>, { snapshot }: DocumentState): readonly Found[] {
  if (!table.isOurs) return []
  const { kind } = table.located
  return [...(table.origin?.base.get(kind.name) ?? [])].flatMap(([id, base]) => {
    const element = there.has(id) ? undefined : snapshot.get(id)
    return element?.kind === kind.name ? [{ table, element, base }] : []
  })
}

/** Everything above an element whose row is there: it would go with its owner. */
function ownersOfKept(there: ReadonlySet<ElementId>, draft: Draft): ReadonlySet<ElementId> {
  const owning = new Set<ElementId>()
  for (const id of there)
    for (let above = draft.get(id)?.owner; above !== undefined && !owning.has(above); above = draft.get(above)?.owner) owning.add(above)
  return owning
}

function hasChanged({ table, element, base }: Found, wording: Wording): boolean {
  return columnsOf(table.located.kind).some(column => {
    const exported = base.get(column.field)
    return exported !== undefined && foldWidth(exported) !== foldWidth(cellText(column, element, wording))
  })
}

const aboutGone = ({ table, element }: Found) => ({
  file: table.file,
  sheet: table.located.sheet.name,
  row: 0,
  column: '',
  element: element.id,
  kind: element.kind,
  name: element.name,
})
