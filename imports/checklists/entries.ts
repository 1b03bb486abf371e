import type { DocumentState } from '#model/document/lookups.ts'
import { type Element, type ElementId, isElementId } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/wording.ts'
import { identify, textIn } from './identify.ts'
import type { Located } from './sheets/locate.ts'
import { type Names, openNames } from './names.ts'
import type { BaseTexts, Origin } from './sheets/origin.ts'
import { rowsOf, type SheetRow } from './sheets/rows.ts'

/** A checklist of a source, with what its workbook remembers. */
export interface CheckedTable {
  readonly file: string
  readonly located: Located
  readonly origin: Origin | undefined
  /** The workbook was made from this document, so what it remembers can be compared with. */
  readonly isOurs: boolean
}

/** A row, and what it is about. */
export interface Entry {
  readonly table: CheckedTable
  readonly row: SheetRow
  readonly id: ElementId
  /** As the document has it; undefined for a new one and for one that the document has removed since. */
  readonly element: Element | undefined
  /** What its cells said when they went out from this document. */
  readonly base: BaseTexts | undefined
  /** What they said when they went out, from whichever document: to the letter, where programs trim and widen. */
  readonly written: BaseTexts | undefined
  readonly copiedFrom: ElementId | undefined
  readonly name: string
}

export interface Entries {
  readonly all: readonly Entry[]
  readonly skipped: number
  readonly names: Names
}

/** Finds out for every row of every table which element it means, and makes the names of all known to all. */
export function entriesOf(
  tables: readonly CheckedTable[],
  { state, wording, newId }: { readonly state: DocumentState; readonly wording: Wording; readonly newId: () => string },
): Entries {
  const names = openNames(wording)
  const all: Entry[] = []
  let skipped = 0
  for (const table of tables) {
    const { located, origin, isOurs } = table
    const remembered = origin?.base.get(located.kind.name) ?? new Map<ElementId, BaseTexts>()
    const read = rowsOf(located)
    skipped += read.skipped
    for (const { row, id, copiedFrom } of identify(located, read.rows, { state, wording, base: remembered })) {
      const element = id === undefined ? undefined : ofKind(state.snapshot.get(id), located.kind.name)
      const entry: Entry = {
        table,
        row,
        // A row that went out from another document keeps its id, so that the two can be compared later.
        id: id !== undefined && (element !== undefined || isFree(id, state)) ? id : newId(),
        element,
        base: isOurs && id !== undefined ? remembered.get(id) : undefined,
        written: id === undefined ? undefined : remembered.get(id),
        copiedFrom,
        name: textIn(row, 'name'),
      }
      all.push(entry)
      announce(entry, names)
    }
  }
  return { all, skipped, names }
}

const ofKind = (element: Element | undefined, kind: string): Element | undefined => (element?.kind === kind ? element : undefined)

const isFree = (id: ElementId, { snapshot }: DocumentState): boolean => isElementId(id) && snapshot.get(id) === undefined

/** New elements have a name for others; a new name of an old one is understood beside the old name. */
function announce({ id, element, table, row, copiedFrom, name }: Entry, names: Names): void {
  const kind = table.located.kind.name
  const code = copiedFrom === undefined ? textIn(row, 'code') : ''
  if (element === undefined) names.add(id, kind, { name, code })
  else if (name !== element.name || code !== (element.code ?? '')) names.alias(id, kind, { name, code })
}
