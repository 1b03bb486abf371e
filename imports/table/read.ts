import { err, ok } from '#model/base/result.ts'
import { defineImporter, type ImportRefusal, type MappedColumn } from '../define-importer.ts'
import { readTable } from '../reading/read-table.ts'
import type { Sheet } from '../reading/workbook.ts'
import { tablesIn } from './header/blocks.ts'
import { openDecisions } from './header/decisions.ts'
import type { Decisions } from './header/header.ts'
import { titleKeys } from './header/titles.ts'
import { openTaking, type Taking } from './take.ts'

const endings = /\.(?:csv|tsv|txt|xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|et)$/iu

/** Lists as departments have them: any sheet with a header that names elements of a kind we know. Source: contracts C6.4. */
export const table = defineImporter({
  id: 'table',
  label: '清单（csv、xlsx、xls、ods）',
  sniff: ({ files }) => files.some(file => endings.test(file.name)),
  read(input) {
    const decisions = openDecisions(input)
    if (!decisions.ok) return decisions
    const taking = openTaking(input)
    const mapping: MappedColumn[] = []
    let found = 0
    let lastRefusal: ImportRefusal | undefined
    for (const file of input.files) {
      if (!endings.test(file.name)) {
        taking.warn('file-not-taken', { file: file.name })
        continue
      }
      const workbook = readTable(file.name, file.bytes)
      if (!workbook.ok) {
        lastRefusal = { code: workbook.error.code, values: { ...workbook.error.values, file: file.name } }
        if (input.files.length > 1) taking.warn('file-not-read', { file: file.name, reason: workbook.error.code })
        continue
      }
      for (const warning of workbook.value.warnings) taking.warn(warning.code, { ...warning.values, file: file.name })
      for (const sheet of workbook.value.sheets) found += takeSheet(file.name, sheet, taking, { mapping, decisions: decisions.value })
    }
    if (found === 0) return err(lastRefusal ?? { code: 'no-header', values: { name: input.name } })
    return ok({ ...taking.finish(), mapping })
  },
})

/** What columns are taken for: as decided, and as it came out. */
interface Columns {
  readonly mapping: MappedColumn[]
  readonly decisions: Decisions
}

/** Takes the lists of a sheet; gives how many there are. */
function takeSheet(file: string, sheet: Sheet, taking: Taking, { mapping, decisions }: Columns): number {
  if (sheet.rows.length === 0) return 0
  const tables = tablesIn(sheet, decisions)
  if (tables.length === 0) {
    taking.warn('sheet-not-understood', { file, sheet: sheet.name, rows: sheet.rows.length })
    return 0
  }
  for (const one of tables) {
    const { kind, titles, fields } = one.header
    for (const [column, header] of titles) {
      const decided = fields.has(column) && titleKeys(header).some(key => decisions(kind).has(key))
      mapping.push({ sheet: sheet.name, kind, header, field: fields.get(column) ?? '', decided })
    }
    taking.table(file, one)
  }
  if (sheet.hidden !== 'visible') taking.warn('sheet-hidden', { file, sheet: sheet.name })
  return tables.length
}
