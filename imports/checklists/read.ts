import { columnsOf } from '#exports/excel/columns.ts'
import { err, ok } from '#model/base/result.ts'
import { defineImporter, type ImportInput, type ImportRefusal, type ImportWarning, type MappedColumn } from '../define-importer.ts'
import { readTable } from '../reading/read-table.ts'
import type { Workbook } from '../reading/workbook.ts'
import type { CheckedTable } from './entries.ts'
import { type Located, locate } from './sheets/locate.ts'
import { originOf } from './sheets/origin.ts'
import { withRenamed } from './sheets/renamed.ts'
import { take } from './take.ts'

const endings = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|et)$/iu

/** Our checklists, as they come back from people. Source: contracts C6.2. */
export const checklists = defineImporter({
  id: 'checklists',
  label: '经纬下发的 Excel 清单',
  sniff: input => input.files.some(file => endings.test(file.name) && tablesOf(readTable(file.name, file.bytes)).length > 0),
  read(input) {
    const found: Found = { tables: [], warnings: [], mapping: [] }
    let lastRefusal: ImportRefusal | undefined
    for (const { name, bytes } of input.files) {
      const workbook = readTable(name, bytes)
      if (workbook.ok) takeWorkbook(name, workbook.value, input, found)
      else lastRefusal = { code: workbook.error.code, values: { ...workbook.error.values, file: name } }
      if (!workbook.ok && input.files.length > 1)
        found.warnings.push({ code: 'file-not-read', values: { file: name, reason: workbook.error.code } })
    }
    if (found.tables.length === 0) return err(lastRefusal ?? { code: 'no-checklist', values: { name: input.name } })
    const taken = take(found.tables, input)
    return ok({ ...taken, warnings: [...found.warnings, ...taken.warnings], mapping: found.mapping })
  },
})

interface Found {
  readonly tables: CheckedTable[]
  readonly warnings: ImportWarning[]
  readonly mapping: MappedColumn[]
}

/** The checklists of a workbook. Of two sheets for one kind that hold the same rows, the one with the name it went out with. */
function tablesOf(workbook: ReturnType<typeof readTable>): readonly Located[] {
  if (!workbook.ok) return []
  const hasOrigin = originOf(workbook.value) !== undefined
  return workbook.value.sheets.flatMap(sheet => locate(sheet, hasOrigin) ?? [])
}

function takeWorkbook(file: string, workbook: Workbook, input: ImportInput, { tables, warnings, mapping }: Found): void {
  const warn = (code: string, values: ImportWarning['values']): void => void warnings.push({ code, values: { file, ...values } })
  for (const { code, values } of workbook.warnings) if (code !== 'comments-ignored') warn(code, values)
  const origin = originOf(workbook)
  const located = tablesOf(ok(workbook))
  if (located.length === 0) return
  const document = [...input.state.lookups.allOf('document')][0]
  const isOurs = origin !== undefined && origin.document === document
  if (origin === undefined) warn('origin-missing', {})
  else if (!isOurs) warn('origin-of-another', {})
  if (origin && origin.touched > 0) warn('origin-touched', { count: origin.touched })
  for (const one of located) {
    const twin = located.find(
      other => other !== one && other.kind === one.kind && (other.isNamed || located.indexOf(other) < located.indexOf(one)),
    )
    if (twin && !one.isNamed && isCopyOf(one, twin)) {
      warn('sheet-twice', { sheet: one.sheet.name, other: twin.sheet.name })
      continue
    }
    const renamed = withRenamed(one, origin, input.map)
    tables.push({ file, located: renamed.located, origin, isOurs })
    mapping.push(...mapped(renamed.located, input.map))
    tell(renamed, warn)
  }
}

function tell({ located, titles }: ReturnType<typeof withRenamed>, warn: (code: string, values: ImportWarning['values']) => void): void {
  const { sheet, kind, columns, unknown, idColumn } = located
  const place = { sheet: sheet.name }
  for (const [field, header] of titles) warn('column-renamed', { ...place, header, field, kind: kind.name })
  for (const header of unknown.values()) warn('column-unknown', { ...place, header })
  const there = new Set(Array.from(columns.values(), column => column.field))
  const missing = columnsOf(kind).flatMap(column => (there.has(column.field) ? [] : [column.declared.label]))
  if (missing.length > 0) warn('columns-missing', { ...place, columns: missing })
  if (idColumn === undefined) warn('ids-missing', place)
}

function mapped({ sheet, kind, columns, unknown }: Located, map: ImportInput['map']): readonly MappedColumn[] {
  const about = { sheet: sheet.name, kind: kind.name }
  const ours = Array.from(columns.values(), ({ title, field }) => ({ ...about, header: title, field, decided: map.has(title) }))
  return [...ours, ...Array.from(unknown.values(), header => ({ ...about, header, field: '', decided: false }))]
}

/** Whether most rows of a sheet stand in another one too, told by their ids. */
function isCopyOf(one: Located, other: Located): boolean {
  const idsOf = ({ sheet, header, idColumn }: Located): readonly string[] =>
    sheet.rows
      .slice(header + 1)
      .flatMap(({ cells }) => (idColumn === undefined ? [] : (cells.get(idColumn)?.text.trim() ?? [])))
      .filter(id => id !== '')
  const theirs = new Set(idsOf(other))
  const mine = idsOf(one)
  return mine.length > 0 && mine.filter(id => theirs.has(id)).length > mine.length / 2
}
