import { type Zippable, zipSync } from 'fflate'
import { elementsInOrder } from '#exports/excel/elements.ts'
import { CELL_LIMIT } from '#exports/writing/workbook.ts'
import { cutGraphemes } from '#model/base/graphemes.ts'
import { err, ok, type Result } from '#model/base/result.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { View } from '#model/method/define-fact.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { ImportRefusal, SourceFile } from '../define-importer.ts'
import { readTable } from '../reading/read-table.ts'
import { type Archive, openArchive } from '../reading/safe-zip.ts'
import { findParts, type WorkbookParts } from '../reading/xlsx/parts.ts'
import { openDecisions } from '../table/header/decisions.ts'
import { type FormTable, formTables } from './layout.ts'
import { dropResults, edit, type Parts, shiftOthers } from './parts.ts'
import { fillSheet, type Filling } from './sheet-xml.ts'
import type { Insertion } from './shift.ts'
import { type FormValue, formValue } from './values.ts'

/** A form of others, filled. */
export interface Filled {
  readonly bytes: Uint8Array
  readonly tables: readonly FilledTable[]
}

export interface FilledTable {
  readonly sheet: string
  readonly kind: string
  readonly rows: number
  /** Elements that stood in the form already. */
  readonly there: number
  /** Titles of columns that we have nothing for. */
  readonly left: readonly string[]
  /** Cells whose text is longer than a cell can hold. */
  readonly cut: number
}

export interface FormInput {
  readonly state: DocumentState
  readonly view: View
  readonly wording: Wording
  /** Header text to field, given by a person. */
  readonly map: ReadonlyMap<string, string>
}

/** Fills the lists of a form by their headers and leaves everything else as it was. From the bottom up: what is put in above moves what stands below. */
export function fillForm({ name, bytes }: SourceFile, input: FormInput): Result<Filled, ImportRefusal> {
  const refused = (code: string): Result<never, ImportRefusal> => err({ code, values: { file: name, name } })
  const workbook = readTable(name, bytes)
  if (!workbook.ok) return err({ code: workbook.error.code, values: { ...workbook.error.values, file: name } })
  if (workbook.value.format !== 'xlsx' && workbook.value.format !== 'xlsm') return refused('form-not-xlsx')
  const decided = openDecisions(input)
  if (!decided.ok) return decided
  const archive = openArchive(bytes)
  const parts = archive.ok ? findParts(archive.value) : archive
  if (!archive.ok || !parts.ok) return refused('damaged')
  const content = textParts(archive.value)
  const tables = workbook.value.sheets
    .filter(sheet => sheet.hidden === 'visible')
    .flatMap(sheet => formTables(sheet, decided.value))
    .sort((a, b) => b.first - a.first)
  if (tables.length === 0) return refused('no-header')
  const filled = tables.map(table => fillTable(table, input, { content, parts: parts.value }))
  const order = workbook.value.sheets.map(sheet => sheet.name)
  filled.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet))
  return ok({ bytes: packed(content), tables: filled })
}

function textParts(archive: Archive): Parts {
  const parts: Parts = new Map()
  for (const name of archive.names) {
    const part = name.endsWith('/') ? undefined : archive.part(name)
    if (part?.ok) parts.set(name, part.value)
  }
  return parts
}

interface Opened {
  readonly content: Parts
  readonly parts: WorkbookParts
}

function fillTable(table: FormTable, input: FormInput, { content, parts }: Opened): FilledTable {
  const { sheet, kind, first, free, fields, titles, there } = table
  const part = parts.sheets.find(one => one.name === sheet)?.part ?? ''
  const elements = elementsInOrder(kind, input.view).filter(element => !there.has(element.name))
  const rows = elements.map((element, at) => rowOf(element.id, there.size + at + 1, table, input))
  const cut = rows.reduce((sum, row) => sum + row.cut, 0)
  const count = rows.length - free
  const insertion: Insertion | undefined = count > 0 ? { before: first + free, count } : undefined
  const filling: Filling = { first, rows: rows.map(row => row.values) }
  if (rows.length > 0) edit(content, part, xml => fillSheet(xml, filling, insertion, sheet))
  if (insertion) shiftOthers(content, parts, { part, name: sheet, insertion })
  if (rows.length > 0) dropResults(content, parts, { part, name: sheet })
  const left = [...titles].flatMap(([column, title]) => (fields.has(column) ? [] : [title]))
  return { sheet, kind, rows: rows.length, there: there.size, left, cut }
}

interface FormRow {
  readonly values: ReadonlyMap<number, FormValue>
  readonly cut: number
}

function rowOf(id: string, number: number, { fields, numbers }: FormTable, { view, wording }: FormInput): FormRow {
  const element = view.get(id)
  const values = new Map<number, FormValue>(numbers.map(column => [column, number]))
  let cut = 0
  if (element === undefined) return { values, cut }
  for (const [column, field] of fields) {
    if (field === '@ignore') continue
    const value = formValue(element, field, { view, wording })
    if (value === '') continue
    const isLong = typeof value === 'string' && value.length > CELL_LIMIT
    if (isLong) cut++
    values.set(column, isLong ? cutGraphemes(value, CELL_LIMIT) : value)
  }
  return { values, cut }
}

/** The same content gives the same bytes. */
function packed(content: Parts): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of content) entries[name] = [bytes, { mtime: '2021-01-01T00:00:00', level: 6 }]
  return zipSync(entries)
}
