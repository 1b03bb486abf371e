import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTable } from '../read-table.ts'

const spaces = ['office', 'table', 'text', 'style', 'calcext', 'xlink', 'draw'].map(name => `xmlns:${name}="urn:${name}"`).join(' ')

const styles =
  '<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'

function ods(tables: string, more: Record<string, string> = {}): Uint8Array {
  const body = `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body>`
  const files = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${spaces}>${styles}${body}</office:document-content>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

const table = (rows: string, attributes = 'table:name="表"'): string => `<table:table ${attributes}>${rows}</table:table>`
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const cell = (attributes: string, content = ''): string => `<table:table-cell ${attributes}>${content}</table:table-cell>`

function cellsOf(bytes: Uint8Array): unknown {
  const book = readTable('a.ods', bytes)
  if (!book.ok) return book.error.code
  return book.value.sheets.flatMap(sheet =>
    sheet.rows.flatMap(({ index, cells }) => Array.from(cells, ([column, one]) => [index, column, one])),
  )
}

describe('OpenDocument sheets', () => {
  test.each([
    ['office:value-type="float" office:value="201312142.0"', '<text:p>201,312,142</text:p>', { text: '201312142', type: 'number' }],
    ['office:value-type="percentage" office:value="0.15"', '<text:p>15%</text:p>', { text: '0.15', type: 'number' }],
    ['office:value-type="date" office:date-value="2021-03-04"', '<text:p>3月4日</text:p>', { text: '2021-03-04', type: 'date' }],
    ['office:value-type="date" office:date-value="2021-03-04T05:06:07"', '', { text: '2021-03-04T05:06:07', type: 'date' }],
    ['office:value-type="time" office:time-value="PT36H05M00S"', '', { text: '36:05:00', type: 'date' }],
    ['office:value-type="boolean" office:boolean-value="true"', '<text:p>真</text:p>', { text: 'TRUE', type: 'boolean' }],
    [
      'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"',
      '<text:p>#DIV/0!</text:p>',
      { text: '#DIV/0!', type: 'error', formula: true },
    ],
    [
      'office:value-type="string"',
      '<text:p>一<text:s text:c="3"/>二<text:tab/>三</text:p><text:p>四<text:span>五</text:span></text:p>',
      { text: '一   二\t三\n四五', type: 'text' },
    ],
    [
      'office:value-type="string"',
      '<office:annotation><text:p>批注</text:p></office:annotation><text:p>文</text:p><draw:frame><text:p>图</text:p></draw:frame>',
      { text: '文', type: 'text' },
    ],
    [
      'office:value-type="string"',
      '<text:p><text:a xlink:href="https://x.test/">链接</text:a></text:p>',
      { text: '链接', type: 'text', link: 'https://x.test/' },
    ],
  ])('a cell with %s', (attributes, content, expected) => {
    expect(cellsOf(ods(table(row(cell(attributes, content)))))).toStrictEqual([[0, 0, expected]])
  })

  test('repeated cells and rows, spans, hidden tables', () => {
    const x = cell('office:value-type="string" table:number-columns-repeated="2"', '<text:p>x</text:p>')
    const wide = cell('office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="2"', '<text:p>w</text:p>')
    const rows = `<table:table-row table:number-rows-repeated="2">${cell('table:number-columns-repeated="3"')}${x}</table:table-row>${row(wide)}${row(cell(''), x)}`
    const book = readTable('a.ods', ods(table(rows) + table('', 'table:name="隐" table:style-name="ta2"')))
    expect(book.ok && book.value.sheets.map(sheet => [sheet.name, sheet.hidden])).toStrictEqual([
      ['表', 'visible'],
      ['隐', 'hidden'],
    ])
    expect(book.ok && book.value.sheets[0]?.merges).toStrictEqual([{ top: 2, bottom: 3, left: 0, right: 1 }])
    expect(book.ok && book.value.sheets[0]?.rows.map(one => [one.index, [...one.cells.keys()]])).toStrictEqual([
      [0, [3, 4]],
      [1, [3, 4]],
      [2, [0]],
      [3, [1, 2]],
    ])
  })

  test('[I5] a million empty rows cost nothing; a million full ones are refused at once', () => {
    const empty = `<table:table-row table:number-rows-repeated="1048576">${cell('table:number-columns-repeated="16384"')}</table:table-row>`
    expect(cellsOf(ods(table(empty)))).toStrictEqual([])
    const full = empty
      .replace('></table:table-cell>', ' office:value-type="string"><text:p>X</text:p></table:table-cell>')
      .replace('"1048576"', '"999999999"')
    const started = performance.now()
    expect(cellsOf(ods(table(full)))).toBe('too-many-cells')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('other documents and encrypted ones are refused', () => {
    expect(cellsOf(zipSync({ 'content.xml': new TextEncoder().encode(`<o ${spaces}><office:text/></o>`) }))).toBe('not-a-table')
    const manifest = '<m><file-entry><encryption-data/></file-entry></m>'
    expect(cellsOf(ods('', { 'META-INF/manifest.xml': manifest }))).toBe('encrypted')
    expect(cellsOf(ods('<table:table>'))).toBe('xml-broken')
  })
})
