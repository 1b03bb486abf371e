import { compareKey } from '#model/base/text.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { ElementId } from '#model/schema/element.ts'
import { readValue } from '#model/wording/read-value.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { Located } from './sheets/locate.ts'
import type { BaseTexts } from './sheets/origin.ts'
import type { SheetRow } from './sheets/rows.ts'
import { foldWidth, settled } from './sheets/sheet-texts.ts'

/** A row and the element it means. */
export interface Identified {
  readonly row: SheetRow
  /** Undefined for a row that adds an element. */
  readonly id: ElementId | undefined
  /** The row was made by copying that of this element, id and all. */
  readonly copiedFrom?: ElementId
}

/** What there is to find elements by. */
export interface Known {
  readonly state: DocumentState
  readonly wording: Wording
  /** Texts as exported, by id; empty where the workbook does not remember. */
  readonly base: ReadonlyMap<ElementId, BaseTexts>
}

export const textIn = ({ cells }: SheetRow, field: string): string => settled(cells.get(field)?.text ?? '')

/** Which element each row means: by id, else by code, else by name below the same owner. Source: contracts C6.2. */
export function identify(table: Located, rows: readonly SheetRow[], known: Known): readonly Identified[] {
  const owners = ownersOf(rows, table, known)
  const claimed = new Set(owners.keys())
  const exported = exportedWords(known.base)
  const isKnown = (id: string): boolean => known.base.has(id) || known.state.snapshot.get(id)?.kind === table.kind.name
  return rows.map(row => {
    if (row.id !== '' && isKnown(row.id))
      return owners.get(row.id) === row ? { row, id: row.id } : { row, id: undefined, copiedFrom: row.id }
    const id = byWords(row, { ...known, table, claimed, exported })
    if (id !== undefined) claimed.add(id)
    return { row, id }
  })
}

/** Of rows that share an id the one closest to the export keeps it, the first of equals. */
function ownersOf(rows: readonly SheetRow[], table: Located, { state, base, wording }: Known): ReadonlyMap<ElementId, SheetRow> {
  const sharing = new Map<ElementId, SheetRow[]>()
  for (const row of rows) if (row.id !== '') sharing.set(row.id, [...(sharing.get(row.id) ?? []), row])
  const owners = new Map<ElementId, SheetRow>()
  for (const [id, all] of sharing) {
    const element = state.snapshot.get(id)
    const said = (field: string): string =>
      base.get(id)?.get(field) ?? (element === undefined ? '' : (columnFor(table, field)?.read(element, wording) ?? ''))
    const distance = (row: SheetRow): number =>
      [...row.cells].filter(([field, { text }]) => foldWidth(text) !== foldWidth(said(field))).length
    const [first, ...others] = all
    if (first === undefined) continue
    owners.set(
      id,
      others.reduce((closest, row) => (distance(row) < distance(closest) ? row : closest), first),
    )
  }
  return owners
}

const columnFor = (table: Located, field: string) => [...table.columns.values()].find(column => column.field === field)

/** What a row without an id says may be what went out, else what the document says now. */
function byWords(row: SheetRow, finder: Finder): ElementId | undefined {
  const { table, state, wording, claimed } = finder
  const { lookups, snapshot } = state
  const [code, name, owner] = [textIn(row, 'code'), textIn(row, 'name'), textIn(row, 'owner')]
  const isFree = (id: ElementId): boolean => !claimed.has(id) && snapshot.get(id)?.kind === table.kind.name
  const exported = finder.exported()
  const coded = code === '' ? [] : [...(exported.get(codeKey(code)) ?? []), ...lookups.coded(code)]
  const byCode = coded.find(isFree)
  if (byCode !== undefined || name === '') return byCode
  const column = columnFor(table, 'owner')
  const below = column && readValue(column.declared, owner, wording)
  const fits = (id: ElementId): boolean => {
    const one = snapshot.get(id)
    // Two elements with codes of their own are two elements.
    if (one === undefined || (code !== '' && one.code !== undefined)) return false
    return below === undefined || (below.ok && below.value === one.owner)
  }
  const same = (exported.get(nameKey(name, owner)) ?? []).filter(id => code === '' || snapshot.get(id)?.code === undefined)
  return same.find(isFree) ?? lookups.named(name).find(id => isFree(id) && fits(id))
}

interface Finder extends Known {
  readonly table: Located
  /** Elements that other rows mean already. */
  readonly claimed: ReadonlySet<ElementId>
  readonly exported: () => ReadonlyMap<string, readonly ElementId[]>
}

const codeKey = (code: string): string => `code ${compareKey(code)}`

const nameKey = (name: string, owner: string): string => `name ${compareKey(name)}\n${compareKey(owner)}`

/** Elements by what their rows said when they went out; made when the first row without an id asks. */
function exportedWords(base: Known['base']): Finder['exported'] {
  let index: Map<string, ElementId[]> | undefined
  return () => {
    if (index) return index
    index = new Map()
    for (const [id, texts] of base) {
      const [code, name, owner] = ['code', 'name', 'owner'].map(field => settled(texts.get(field) ?? ''))
      for (const key of [codeKey(code ?? ''), nameKey(name ?? '', owner ?? '')]) index.set(key, [...(index.get(key) ?? []), id])
    }
    return index
  }
}
