import { sha256 } from '#model/base/hash.ts'
import { strToU8 } from 'fflate'
import type { WorkbookSheet } from '../writing/workbook.ts'

/** Sheets that let a workbook come back: who it is, and what each cell said when it went out. Source: contracts C6.3. */
export const ORIGIN_SHEET = '_经纬'

export const VALUES_SHEET = '_原值'

/** Version of the layout of these two sheets. */
export const ORIGIN_FORMAT = '1'

export interface ExportedRow {
  readonly id: string
  readonly texts: readonly string[]
}

export interface ExportedTable {
  readonly sheet: string
  readonly kind: string
  readonly fields: readonly string[]
  readonly rows: readonly ExportedRow[]
}

/** Names the document and the export, and per table its sheet, kind and fields. */
export function originSheet(document: string, exportId: string, tables: readonly ExportedTable[]): WorkbookSheet {
  const head = [
    ['format', ORIGIN_FORMAT],
    ['document', document],
    ['export', exportId],
  ]
  return {
    name: ORIGIN_SHEET,
    columns: [{ width: 16 }, { width: 40 }],
    rows: [...head, ...tables.map(({ sheet, kind, fields }) => ['table', sheet, kind, ...fields])],
    hidden: true,
  }
}

/** A row per element: kind, id, hash of its texts, and the texts in the order of the table's fields. */
export function valuesSheet(tables: readonly ExportedTable[]): WorkbookSheet {
  const rows = tables.flatMap(({ kind, rows: all }) => all.map(({ id, texts }) => [kind, id, hashOf(texts), ...texts]))
  return { name: VALUES_SHEET, columns: [{ width: 14 }, { width: 20 }, { width: 20 }], rows, hidden: true }
}

/** Tells whether the exported values were touched; not a defence against a person who wants to. */
export const hashOf = (texts: readonly string[]): string => sha256(strToU8(JSON.stringify(texts))).slice(0, 16)
