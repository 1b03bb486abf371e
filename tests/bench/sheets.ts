import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import * as XLSX from 'xlsx'
import type { ExportInput } from '#exports/define-exporter.ts'
import { checklists } from '#exports/excel/checklists.ts'
import { columnsOf } from '#exports/excel/columns.ts'
import { columnName, type WorkbookContent } from '#exports/writing/workbook.ts'
import { kindOf } from '#model/kinds/index.ts'

/** A sheet as every writer gets it: hidden ids in the first column, a header, texts, and which columns are chosen from which values. */
export interface PlainSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly choices: ReadonlyMap<number, readonly string[]>
}

/** The checklists of a document as texts: making them is not what other writers are measured by. */
export function checklistsAsTexts({ view, wording }: ExportInput): PlainSheet[] {
  return checklists.map(({ kind, sheet }) => {
    const declared = kindOf(kind)
    const columns = declared ? columnsOf(declared) : []
    const rows = [['编号', ...columns.map(column => column.title)]]
    for (const id of view.lookups.allOf(kind)) {
      const element = view.get(id)
      if (element) rows.push([id, ...columns.map(column => column.read(element, wording))])
    }
    const choices = columns.flatMap(({ declared: field }, index) =>
      field.type === 'choice' ? [[index + 1, wording.labelsOf(field.list ?? '').map(one => one.label)] as const] : [],
    )
    return { name: sheet, rows, choices: new Map(choices) }
  })
}

const columnWords = [
  '名称',
  '编码',
  '部门',
  '领域',
  '状态',
  '类型',
  '定义',
  '依据',
  '触发条件',
  '办理结果',
  '承诺时限',
  '频次',
  '级别',
  '来源',
  '周期',
  '说明',
]

/** 100,000 rows by 20 columns, four of them chosen from lists. */
export function largeSheet(rows = 100_000, columns = 20): PlainSheet {
  const header = Array.from({ length: columns }, (_, column) =>
    column === 0 ? '编号' : `${columnWords[column % columnWords.length]}${column}`,
  )
  const options = ['县级', '乡级', '村级', '省级', '市级']
  const choices = new Map([4, 8, 12, 16].map(column => [column, options] as const))
  const body = Array.from({ length: rows }, (_, row) =>
    header.map((title, column) => {
      if (column === 0) return (row * 2_654_435_761).toString(36)
      return choices.has(column) ? (options[(row + column) % options.length] ?? '') : `${title}第${(row * (column + 1)) % 50_021}项`
    }),
  )
  return { name: '清单', rows: [header, ...body], choices }
}

/** What our own writer is given for such a sheet. */
export function asContent({ name, rows, choices }: PlainSheet): WorkbookContent {
  const options = [...choices.values()][0] ?? []
  const last = rows.length + 20
  return {
    title: name,
    names: new Map([['选项', `'_选项'!$A$1:$A$${options.length}`]]),
    sheets: [
      {
        name,
        rows,
        columns: (rows[0] ?? []).map((_, index) => ({ width: 18, hidden: index === 0, look: { wrap: true, border: 'FFD0D0D0' } })),
        special: new Map((rows[0] ?? []).map((_, index) => [`0,${index}`, { look: { bold: true, fill: 'FFDDEBF7' } }])),
        dropdowns: Array.from(choices.keys(), index => ({
          range: `${columnName(index)}2:${columnName(index)}${last}`,
          source: '选项',
          strict: false,
          message: '不在可选范围内',
        })),
        freeze: { rows: 1, columns: 2 },
        filter: `A1:${columnName((rows[0]?.length ?? 1) - 1)}${last}`,
      },
      { name: '_选项', rows: options.map(option => [option]), columns: [{ width: 20 }], hidden: true },
    ],
  }
}

const thin = { style: 'thin', color: { argb: 'FFD0D0D0' } } as const

/** The same workbook by exceljs: styles per column, dropdowns, frozen panes, filter, hidden ids. */
export async function byExcelJs(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, rows, choices } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
    const style = { alignment: { wrapText: true }, border: { top: thin, left: thin, bottom: thin, right: thin } }
    sheet.columns = (rows[0] ?? []).map((_, index) => ({ width: 18, hidden: index === 0, style }))
    for (const row of rows) sheet.addRow(row)
    sheet.getRow(1).font = { bold: true }
    sheet.autoFilter = `A1:${columnName((rows[0]?.length ?? 1) - 1)}${rows.length}`
    for (const [index, options] of choices) {
      const range = `${columnName(index)}2:${columnName(index)}${rows.length + 20}`
      const validations = (sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } }).dataValidations
      validations.add(range, { type: 'list', allowBlank: true, formulae: [`"${options.join(',').slice(0, 250)}"`] })
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The same row by row: less memory, and what an engineer takes for large sheets. */
export async function byExcelJsStream(sheets: readonly PlainSheet[]): Promise<number> {
  let bytes = 0
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength
      done()
    },
  })
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true })
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
    const style = { alignment: { wrapText: true }, border: { top: thin, left: thin, bottom: thin, right: thin } }
    sheet.columns = (rows[0] ?? []).map((_, index) => ({ width: 18, hidden: index === 0, style }))
    for (const row of rows) sheet.addRow(row).commit()
    sheet.commit()
  }
  await workbook.commit()
  return bytes
}

/** The same texts by SheetJS, which writes neither styles nor dropdowns. */
export function bySheetJs(sheets: readonly PlainSheet[]): Uint8Array {
  const workbook = XLSX.utils.book_new()
  for (const { name, rows } of sheets) XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows as string[][]), name)
  return new Uint8Array(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

export async function readByExcelJs(bytes: Uint8Array): Promise<number> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook.worksheets.length
}

export const readBySheetJs = (bytes: Uint8Array): number => XLSX.read(bytes, { type: 'array', dense: true }).SheetNames.length
