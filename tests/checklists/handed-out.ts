import { readFileSync } from 'node:fs'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { exporters } from '#exports/index.ts'
import type { Compared, Imported, ImportInput, Refused, SourceFile } from '#imports/define-importer.ts'
import { importers } from '#imports/index.ts'
import { readTable } from '#imports/reading/read-table.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import type { Element, FieldValue } from '#model/schema/element.ts'
import { wordingOf } from '#model/wording/index.ts'

/** A value as a person or a program may leave it in a cell. */
export type CellValue =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly formula: string; readonly value: CellValue }
  | { readonly error: string }

/** The cells of a sheet, row by row; tests change them like people do. */
export interface Grid {
  name: string
  rows: CellValue[][]
  hidden: boolean
  merges: [number, number, number, number][]
}

/** The worked model, the template `sanzi`. */
export function workedModel(): readonly Element[] {
  const { elements } = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')) as {
    elements: readonly Element[]
  }
  return elements
}

export const stateOf = (elements: readonly Element[]): DocumentState => lookUp.start(snapshotOf(elements))

/** The checklists of a document as a file. */
export async function handOut(state: DocumentState): Promise<Uint8Array> {
  const known = buildFacts(facts, state)
  const excel = exporters.find(one => one.id === 'excel')
  const exported = await excel?.write({ view: viewOf(state, known.values, known.totals), wording: wordingOf(state), today: '2026-01-31' })
  const bytes = exported?.files[0]?.bytes
  if (bytes === undefined) throw new Error('nothing was exported')
  return bytes
}

/** The sheets of a workbook as grids. */
export function gridsOf(bytes: Uint8Array): Grid[] {
  const workbook = readTable('清单.xlsx', bytes)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value.sheets.map(({ name, rows, hidden }) => {
    const cells: CellValue[][] = []
    for (const row of rows) {
      const line: CellValue[] = []
      for (const [column, { text }] of row.cells) line[column] = text
      cells[row.index] = Array.from(line, one => one ?? null)
    }
    return { name, rows: Array.from(cells, line => line ?? []), hidden: hidden !== 'visible', merges: [] }
  })
}

/** A workbook file of grids, as another program would write it. */
export async function fileOf(grids: readonly Grid[], name = '清单.xlsx'): Promise<SourceFile> {
  const sheets = grids.map(({ name: title, rows, hidden, merges }): WriteSheet => {
    const cells: NonNullable<WriteSheet['cells']> = new Map()
    rows.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === null || typeof value !== 'object' || value instanceof Date) return
        if ('formula' in value)
          cells.set(`${row},${column}`, { formula: value.formula, formulaResult: plain(value.value), type: 'formula' })
        else cells.set(`${row},${column}`, { value: value.error, type: 'error' })
      }),
    )
    return {
      name: title,
      rows: rows.map(line => line.map(plain)),
      cells,
      hidden,
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
    }
  })
  return { name, bytes: await writeXlsx({ sheets }) }
}

const plain = (value: CellValue): string | number | boolean | Date | null =>
  value === null || typeof value !== 'object' || value instanceof Date ? value : 'formula' in value ? plain(value.value) : null

/** Rows of a checklist, addressed as people do: by the name in a row and the title above a column. */
export function openSheet(grids: readonly Grid[], sheet: string) {
  const grid = grids.find(one => one.name === sheet)
  if (grid === undefined) throw new Error(`no sheet ${sheet}`)
  const headerAt = grid.rows.findIndex(line => line.includes('编号') || line.includes('编码'))
  const header = (): CellValue[] => grid.rows[headerAt] ?? []
  const columnOf = (title: string): number => {
    const at = header().findIndex(one => typeof one === 'string' && one.replace('*', '') === title)
    if (at < 0) throw new Error(`no column ${title}`)
    return at
  }
  const rowOf = (name: string): number => {
    const at = grid.rows.findIndex((line, row) => row > headerAt && line.includes(name))
    if (at < 0) throw new Error(`no row ${name}`)
    return at
  }
  return {
    grid,
    headerAt,
    header,
    columnOf,
    rowOf,
    get: (name: string, title: string): CellValue => grid.rows[rowOf(name)]?.[columnOf(title)] ?? null,
    set(name: string, title: string, value: CellValue) {
      const line = grid.rows[rowOf(name)]
      if (line) line[columnOf(title)] = value
    },
    add(values: { readonly [title: string]: CellValue }, at?: number) {
      const line: CellValue[] = []
      for (const [title, value] of Object.entries(values)) line[columnOf(title)] = value
      const last = grid.rows.findLastIndex((one, row) => row > headerAt && one.some(cell => cell !== null && cell !== ''))
      grid.rows.splice(
        at ?? last + 1,
        0,
        Array.from(line, one => one ?? null),
      )
    },
    remove: (name: string) => void grid.rows.splice(rowOf(name), 1),
    /** Takes every row below the header through a change. */
    body(change: (rows: CellValue[][]) => CellValue[][]) {
      grid.rows = [
        ...grid.rows.slice(0, headerAt + 1),
        ...change(grid.rows.slice(headerAt + 1).filter(line => line.some(one => one !== null && one !== ''))),
      ]
    },
  }
}

export interface CameBack extends Imported {
  readonly importer: string
  readonly compared: Compared
  readonly after: DocumentState
  /** A field of an element after the import. */
  readonly field: (id: string, field: string) => FieldValue | undefined
  /** What was refused, as `sheet row column code`. */
  readonly refusals: readonly string[]
}

export type Wish = Partial<Pick<ImportInput, 'partial' | 'removals' | 'takeSheet' | 'map'>>

let next = 0

/** Takes files in as the command line does. Throws where the result would not be whole. */
export function takeBack(files: readonly SourceFile[], state: DocumentState, wish: Wish = {}): CameBack {
  const input: ImportInput = {
    name: '清单',
    files,
    state,
    wording: wordingOf(state),
    newId: () => `new-${next++}`,
    map: new Map(),
    partial: false,
    removals: false,
    takeSheet: false,
    ...wish,
  }
  const importer = importers.find(one => one.sniff(input))
  const result = importer?.read(input)
  if (importer === undefined || !result?.ok || result.value.compared === undefined)
    throw new Error(JSON.stringify(result ?? 'not recognised'))
  const after = lookUp.next(state, result.value.delta)
  const breaches = wish.removals ? [] : breachesOf(apply(state.snapshot, result.value.delta))
  if (breaches.length > 0) throw new Error(`not whole: ${JSON.stringify(breaches)}`)
  return {
    ...result.value,
    compared: result.value.compared,
    importer: importer.id,
    after,
    field: (id, field) => after.snapshot.get(id)?.[field],
    refusals: result.value.refused.map(placed),
  }
}

const placed = ({ sheet, row, column, code }: Refused): string => `${sheet} ${row} ${column} ${code}`
