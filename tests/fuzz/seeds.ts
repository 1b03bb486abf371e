import { zipSync } from 'fflate'
import { encode } from '#model/file/journal.ts'
import { writeDocument } from '#model/file/write.ts'
import { diff } from '#model/compare/diff.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import type { SourceFile } from '#imports/define-importer.ts'
import { type CellValue as Cell, csv, workbook } from '../imports/take-in.ts'
import { handOut, stateOf } from '../checklists/handed-out.ts'
import { edited, verbs } from '../support/random-edits.ts'
import { documentFrom } from '../support/random-document.ts'
import { hostileTexts } from '../support/random-values.ts'

const list: readonly (readonly Cell[])[] = [
  ['序号', '实施部门', '事项名称', '事项编码', '承诺时限', '备注'],
  [1, '县农业农村局', '农村集体资产清查登记', '001', '5个工作日', '𠮷田 =1+1'],
  [2, '县民政局', '结婚登记', 'A-2', '', '<b>&amp;</b>'],
  [3, '县民政局', '离婚登记', 'A-3', '30日', '第一行\n第二行'],
  [4, '', '收养登记', 'A-4', '1年', ' 前后空格 '],
]

const wide: readonly (readonly Cell[])[] = [
  ['某县事项清单'],
  ['部门', '主项', '子项', '日期', '数量', '是否'],
  ...Array.from({ length: 20 }, (_, at): readonly Cell[] => [
    `部门${at % 3}`,
    `主项${at % 5}`,
    `子项${at}`,
    new Date(Date.UTC(2024, 1, at + 1)),
    at / 8,
    at % 2 === 0,
  ]),
]

const kit: readonly (readonly Cell[])[] = [
  ['Activity ID', 'Activity name', 'Data Element ID', 'Data Element Label', 'Description', 'Data Type', 'Input Options'],
  ['T.B1', 'Register', 'T.B1.DE1', 'Name', 'The name', 'String', ''],
  ['T.B1', 'Register', 'T.B1.DE2', 'Sex', 'The sex', 'Coding', ''],
  ['T.B1', 'Register', 'T.B1.DE3', 'Female', '', 'Codes', 'Female'],
]

/** Random documents with their edits, always the same. */
const documents: readonly Snapshot[] = [1, 2, 3, 4, 5].map(number =>
  documentFrom(Array.from({ length: 8 * number }, (_, at) => ({ kind: at * 7 + number, owner: at * 3, seed: at * 31 + number }))),
)

const officeText = (rows: readonly (readonly Cell[])[], name = '清单'): Uint8Array => {
  const cells = rows.map(
    row =>
      `<table:table-row>${row
        .map(cell =>
          typeof cell === 'number'
            ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
            : `<table:table-cell office:value-type="string">${textXml(cell)}</table:table-cell>`,
        )
        .join('')}</table:table-row>`,
  )
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="${name}">${cells.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  return zipSync({
    mimetype: [bytes('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': bytes(`<?xml version="1.0" encoding="UTF-8"?>${content}`),
    'styles.xml': bytes('<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
    'META-INF/manifest.xml': bytes(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ),
  })
}

const textXml = (cell: Cell): string =>
  String(cell ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split('\n')
    .map(line => `<text:p>${line.replaceAll(/ /gu, '<text:s/>')}</text:p>`)
    .join('')

const lines = (rows: readonly (readonly Cell[])[], separator = ','): string =>
  rows.map(row => row.map(cell => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(separator)).join('\r\n')

const named = (name: string, bytes: Uint8Array): SourceFile => ({ name, bytes })

const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(`\uFEFF${text}`.split(''), sign => sign.charCodeAt(0)).buffer)

const hostile: readonly (readonly Cell[])[] = [
  ['部门', '名称', '备注'],
  ...hostileTexts.map((text, at): readonly Cell[] => ['县政府', text, `${at}`]),
]

/** A document before and after some edits, and what the journal would keep of it. */
export interface JournalSeed {
  readonly before: Snapshot
  readonly payload: string
}

export const journals: readonly JournalSeed[] = documents.map((before, at) => {
  const edits = Array.from({ length: 12 }, (_, index) => ({
    verb: verbs[(index + at) % verbs.length] ?? 'rename',
    at: index * 5,
    seed: index * 17 + at,
  }))
  return { before, payload: encode(diff(before, edited(before, edits, 'f'))) }
})

export const containers: readonly { readonly snapshot: Snapshot; readonly bytes: Uint8Array }[] = documents.map(snapshot => ({
  snapshot,
  bytes: writeDocument(snapshot),
}))

/** Five files of each format of tables. */
export const tableSeeds: { readonly [format: string]: readonly SourceFile[] } = {
  xlsx: [
    await workbook('清单.xlsx', [{ name: '清单', rows: list }]),
    await workbook('两张.xlsx', [
      { name: '甲', rows: wide, merges: [[0, 0, 0, 5]] },
      { name: '乙', rows: list, hidden: true },
    ]),
    await workbook('工具包.xlsx', [{ name: 'T.B1', rows: kit }]),
    await workbook('文字.xlsx', [{ name: '文字', rows: hostile }]),
    named(
      '下发.xlsx',
      await handOut(
        stateOf([
          { id: 'd', kind: 'document', name: '小' },
          { id: 'o', kind: 'organisation', name: '县政府' },
        ]),
      ),
    ),
  ],
  ods: [
    list,
    wide.map(row => row.map(cell => (cell instanceof Date ? '2024-02-01' : cell))),
    kit,
    hostile,
    [['名称', '部门'], ...list.slice(1)],
  ].map((rows, at) => named(`第${at}.ods`, officeText(rows, `表${at}`))),
  csv: [
    csv('a.csv', lines(list)),
    csv(
      'b.csv',
      `\uFEFF${lines(
        wide.map(row => row.map(cell => (cell instanceof Date ? '2024-02-01' : cell))),
        ';',
      )}`,
    ),
    named('c.csv', utf16(lines(list, '\t'))),
    csv('d.csv', lines(hostile)),
    csv('e.tsv', kit.map(row => row.join('\t')).join('\n')),
  ],
}
