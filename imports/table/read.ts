import { err, ok } from '#model/base/result.ts'
import { defineImporter, type ImportInput, type ImportRefusal, type MappedColumn } from '../define-importer.ts'
import { readTable } from '../tabular/read-table.ts'
import type { Sheet } from '../tabular/workbook.ts'
import { findHeader, headerKey } from './header.ts'
import { openTaking, type Taking } from './take.ts'

const endings = /\.(?:csv|tsv|txt|xlsx|xlsm|xls|xlsb|ods|et)$/iu

/** Lists as departments have them: any sheet with a header that names elements of a kind we know. Source: contracts C6.4. */
export const table = defineImporter({
  id: 'table',
  label: '清单（csv、xlsx、xls、ods）',
  sniff: ({ files }) => files.some(file => endings.test(file.name)),
  read(input) {
    const taking = openTaking(input)
    const mapping: MappedColumn[] = []
    let found = 0
    let lastRefusal: ImportRefusal | undefined
    for (const file of input.files.filter(one => endings.test(one.name))) {
      const workbook = readTable(file.name, file.bytes)
      if (!workbook.ok) {
        lastRefusal = { code: workbook.error.code, values: { ...workbook.error.values, file: file.name } }
        if (input.files.length > 1) taking.warn('file-not-read', { file: file.name, reason: workbook.error.code })
        continue
      }
      for (const warning of workbook.value.warnings) taking.warn(warning.code, { ...warning.values, file: file.name })
      for (const sheet of workbook.value.sheets) found += takeSheet(file.name, sheet, taking, mapping, input)
    }
    if (found === 0) return err(lastRefusal ?? { code: 'no-header', values: { name: input.name } })
    return ok({ ...taking.finish(), mapping })
  },
})

/** Takes a sheet that has a header; gives 1, or 0 for a sheet that has none. */
function takeSheet(file: string, sheet: Sheet, taking: Taking, mapping: MappedColumn[], input: ImportInput): number {
  if (sheet.rows.length === 0) return 0
  const header = findHeader(sheet, overrides(input))
  if (header === undefined) {
    taking.warn('sheet-not-understood', { file, sheet: sheet.name, rows: sheet.rows.length })
    return 0
  }
  for (const [column, title] of header.titles)
    mapping.push({ sheet: sheet.name, header: title.replaceAll('\n', ' / '), field: header.fields.get(column) ?? '' })
  if (sheet.hidden !== 'visible') taking.warn('sheet-hidden', { file, sheet: sheet.name })
  taking.sheet(file, sheet, header)
  return 1
}

const overrides = ({ map }: ImportInput): ReadonlyMap<string, string> =>
  new Map(Array.from(map, ([header, field]) => [headerKey(header), field]))
