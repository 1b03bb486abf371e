import { err, ok } from '#model/base/result.ts'
import { lookUp } from '#model/derive/index.ts'
import { openDraft } from '#model/document/draft.ts'
import { defineImporter, type ImportInput } from '../define-importer.ts'
import { readTable } from '../reading/read-table.ts'
import { build } from './build.ts'
import { emptyKit, gather, settleMentions } from './gather.ts'
import { tableOf } from './roles.ts'

const isWorkbook = (name: string): boolean => /\.(?:xlsx|xlsm|xls|xlsb|ods|et|csv|tsv)$/iu.test(name)

/** WHO digital adaptation kits: core data dictionary and indicators, wherever they stand in the workbooks. Source: contracts C6.5. */
export const dak = defineImporter({
  id: 'dak',
  label: 'WHO 数字化适配工具包',
  sniff: ({ files }) => files.filter(file => isWorkbook(file.name)).some(hasTables),
  read(input) {
    const kit = emptyKit()
    for (const file of input.files) {
      if (!isWorkbook(file.name)) {
        kit.warnings.push({ code: 'file-not-taken', values: { file: file.name } })
        continue
      }
      const workbook = readTable(file.name, file.bytes)
      if (workbook.ok) gather(file.name, workbook.value, kit)
      else kit.warnings.push({ code: 'file-not-read', values: { file: file.name, reason: workbook.error.code } })
    }
    settleMentions(kit)
    if (kit.elements.length === 0 && kit.indicators.length === 0) return err({ code: 'no-header', values: { name: input.name } })
    const draft = openDraft(input.state, lookUp, input.newId)
    const built = build(kit, input.name, draft)
    const values = [...kit.elements, ...kit.libraries].reduce((sum, one) => sum + one.values.length, 0)
    return ok({
      delta: draft.delta(),
      read: {
        elements: kit.elements.length,
        values,
        indicators: kit.indicators.length,
        links: built.written,
        activities: built.activities,
        references: kit.references,
        notes: kit.notes,
      },
      links: built.resolved,
      refused: [],
      warnings: [...kit.warnings, ...built.warnings],
      mapping: [],
    })
  },
})

function hasTables({ name, bytes }: ImportInput['files'][number]): boolean {
  const workbook = readTable(name, bytes)
  return workbook.ok && workbook.value.sheets.some(sheet => tableOf(sheet) !== undefined)
}
