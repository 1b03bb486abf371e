import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTable } from '../read-table.ts'
import type { Workbook } from '../workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (...targets: readonly (readonly [id: string, type: string, target: string, more?: string])[]): string =>
  `<Relationships>${targets.map(([id, type, target, more = '']) => `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}" ${more}/>`).join('')}</Relationships>`

const sheet = (data: string, after = '', before = ''): string =>
  `<worksheet xmlns="${main}" xmlns:r="${related}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`

const workbook = (sheets: string, settings = ''): string =>
  `<workbook xmlns="${main}" xmlns:r="${related}">${settings}<sheets>${sheets}</sheets></workbook>`

const formats = [0, 14, 164, 46, 2]
const standard: Record<string, string> = {
  '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': workbook('<sheet name="表" sheetId="1" r:id="r1"/>'),
  'xl/_rels/workbook.xml.rels': relations(
    ['r1', 'worksheet', 'worksheets/sheet1.xml'],
    ['r2', 'sharedStrings', '/xl/sharedStrings.xml'],
    ['r3', 'styles', 'styles.xml'],
  ),
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>事项</t></si><si><r><t>富</t></r><r><rPr/><t xml:space="preserve"> 文</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si><si/><si><t>a_x000D__x005F_x0041_b</t></si></sst>`,
  'xl/worksheets/sheet1.xml': sheet(''),
}

const xlsx = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...standard, ...parts }).map(([name, text]) => [name, new TextEncoder().encode(text)])), {
    level: 1,
  })

const withData = (data: string, after = '', before = ''): Uint8Array => xlsx({ 'xl/worksheets/sheet1.xml': sheet(data, after, before) })

function bookOf(bytes: Uint8Array): Workbook {
  const book = readTable('a.xlsx', bytes)
  if (!book.ok) throw new Error(JSON.stringify(book.error))
  return book.value
}

const codeOf = (bytes: Uint8Array): string => {
  const book = readTable('a.xlsx', bytes)
  return book.ok ? 'read' : book.error.code
}

const cellsOf = (bytes: Uint8Array): unknown[] =>
  bookOf(bytes).sheets.flatMap(one => one.rows.flatMap(({ index, cells }) => Array.from(cells, ([column, cell]) => [index, column, cell])))

const only = (cell: string): unknown => cellsOf(withData(`<row r="1">${cell}</row>`)).map(one => (one as unknown[])[2])[0]

describe('cells', () => {
  test.each([
    ['<c t="s"><v>0</v></c>', { text: '事项', type: 'text' }],
    ['<c t="s"><v>1</v></c>', { text: '富 文', type: 'text' }],
    ['<c t="s"><v>2</v></c>', undefined],
    ['<c t="s"><v>3</v></c>', { text: 'a\r_x0041_b', type: 'text' }],
    ['<c t="inlineStr"><is><t>行内</t><rPh><t>x</t></rPh></is><v>9</v></c>', { text: '行内', type: 'text' }],
    ['<c t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c>', { text: '一二', type: 'text' }],
    ['<c t="str"><f>A1</f><v> 三 </v></c>', { text: ' 三 ', type: 'text', formula: true }],
    ['<c><v>201312142.0</v></c>', { text: '201312142', type: 'number' }],
    ['<c s="4"><v>0.30000000000000004</v></c>', { text: '0.3', type: 'number' }],
    ['<c s="1"><v>44197</v></c>', { text: '2021-01-01', type: 'date' }],
    ['<c s="2"><f>NOW()</f><v>44197.5</v></c>', { text: '2021-01-01T12:00:00', type: 'date', formula: true }],
    ['<c s="3"><v>1.5</v></c>', { text: '36:00:00', type: 'date' }],
    ['<c s="1"><v>-1</v></c>', { text: '-1', type: 'number' }],
    ['<c t="d"><v>2021-03-04T00:00:00</v></c>', { text: '2021-03-04', type: 'date' }],
    ['<c t="b"><v>1</v></c>', { text: 'TRUE', type: 'boolean' }],
    ['<c t="b"><v>0</v></c>', { text: 'FALSE', type: 'boolean' }],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', { text: '#DIV/0!', type: 'error', formula: true }],
    ['<c s=""><v>7</v></c>', { text: '7', type: 'number' }],
    ['<c s="1"/>', undefined],
    ['<c t="str"><v></v></c>', undefined],
  ])('%s', (cell, expected) => expect(only(cell)).toStrictEqual(expected))

  test('places: said, counted on, out of order, by cells alone', () => {
    const value = '<v>1</v></c>'
    const rows = `<row r="3"><c r="C3">${value}<c>${value}<c r="A3">${value}</row><row><c r="B9">${value}</row><row><c>${value}</row><row r="2"><c r="XFD2">${value}</row>`
    const places = cellsOf(withData(rows)).map(one => (one as unknown[]).slice(0, 2))
    expect(places).toStrictEqual([
      [1, 16_383],
      [2, 0],
      [2, 2],
      [2, 3],
      [8, 1],
      [9, 0],
    ])
  })

  test('the 1904 system', () => {
    const bytes = xlsx({
      'xl/workbook.xml': workbook('<sheet name="表" r:id="r1"/>', '<workbookPr date1904="1"/>'),
      'xl/worksheets/sheet1.xml': sheet('<row><c s="1"><v>42735</v></c></row>'),
    })
    expect(cellsOf(bytes)).toStrictEqual([[0, 0, { text: '2021-01-01', type: 'date' }]])
  })
})

describe('workbooks', () => {
  test('hidden sheets, merges, links; used cells count, not what is declared or styled', () => {
    const bytes = xlsx({
      'xl/workbook.xml': workbook(
        '<sheet name="一" r:id="r1"/><sheet name="二" state="hidden" r:id="r4"/><sheet name="三" state="veryHidden" r:id="r5"/><sheet name="图" r:id="r6"/>',
      ),
      'xl/_rels/workbook.xml.rels': relations(
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r4', 'worksheet', '../xl/Worksheets/Sheet1.xml'],
        ['r5', 'worksheet', '/xl/worksheets/sheet1.xml'],
        ['r6', 'chartsheet', 'c.xml'],
        ['r2', 'sharedStrings', 'sharedStrings.xml'],
      ),
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row><row r="3"><c r="C3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>',
        '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A1:XFD1"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="k1" location="x"/><hyperlink ref="C3:D4" location="二!A1"/><hyperlink ref="Z9" location="no"/></hyperlinks>',
        '<dimension ref="A1:XFD1048576"/>',
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['k1', 'hyperlink', 'https://x.test/', 'TargetMode="External"']),
    })
    const book = bookOf(bytes)
    expect(book.sheets.map(one => [one.name, one.hidden])).toStrictEqual([
      ['一', 'visible'],
      ['二', 'hidden'],
      ['三', 'veryHidden'],
    ])
    expect(book.warnings).toStrictEqual([{ code: 'sheets-without-cells', values: { count: 1 } }])
    expect(book.sheets[0]).toMatchObject({ usedColumns: 3, counts: { cells: 2, formulas: 0, links: 2 } })
    expect(book.sheets[0]?.merges).toStrictEqual([
      { top: 0, bottom: 2, left: 0, right: 0 },
      { top: 0, bottom: 0, left: 0, right: 2 },
    ])
    expect(book.sheets[0]?.rows.flatMap(row => Array.from(row.cells.values(), cell => cell.link))).toStrictEqual([
      'https://x.test/#x',
      '#二!A1',
    ])
  })

  test('[I9] macros, links, objects, comments and formulas are counted, none is opened', () => {
    const bytes = xlsx({
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>',
      'xl/embeddings/oleObject1.bin': 'x',
      'xl/embeddings/Microsoft_Excel_Sheet.xlsx': 'x',
      'xl/comments1.xml': '<comments><commentList><comment/><comment/></commentList></comments>',
      'xl/worksheets/sheet1.xml': sheet('<row><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><v>1234567890123456</v></c></row>'),
    })
    expect(bookOf(bytes).format).toBe('xlsm')
    expect(Object.fromEntries(bookOf(bytes).warnings.map(({ code, values }) => [code, values['count']]))).toStrictEqual({
      'formulas-as-values': 1,
      'formulas-without-value': 1,
      'digits-lost': 1,
      'macros-ignored': 1,
      'external-links-ignored': 1,
      'embedded-objects-ignored': 2,
      'comments-ignored': 2,
    })
  })

  test.each([
    ['a shared string that is not there', { 'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>4</v></c></row>') }, 'damaged'],
    ['a shared string that is no number', { 'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>x</v></c></row>') }, 'damaged'],
    ['a cell beyond the last column', { 'xl/worksheets/sheet1.xml': sheet('<row><c r="XFE1"><v>4</v></c></row>') }, 'too-many-cells'],
    ['a cell without a column', { 'xl/worksheets/sheet1.xml': sheet('<row><c r="1"><v>4</v></c></row>') }, 'damaged'],
    ['a cell of another row', { 'xl/worksheets/sheet1.xml': sheet('<row r="6"><c r="A16"><v>4</v></c></row>') }, 'damaged'],
    [
      'two values for one cell',
      { 'xl/worksheets/sheet1.xml': sheet('<row r="6"><c r="A6"><v>4</v></c><c r="A6"><v>5</v></c></row>') },
      'damaged',
    ],
    ['a sheet that is not there', { 'xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', 'none.xml']) }, 'damaged'],
    [
      'strings that are not there',
      { 'xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', 'worksheets/sheet1.xml'], ['r2', 'sharedStrings', 'none.xml']) },
      'damaged',
    ],
    ['broken styles', { 'xl/styles.xml': '<styleSheet>' }, 'xml-broken'],
    ['a document type', { 'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY x "y">]>${sheet('')}` }, 'xml-forbidden'],
    ['a text document', { 'xl/workbook.xml': '<w:document xmlns:w="u"/>' }, 'not-a-table'],
  ])('[I8] %s is refused', (_, parts, code) => expect(codeOf(xlsx(parts))).toBe(code))
})

describe('[I5] huge sheets', () => {
  const huge = [
    ['200,001 rows', () => withData('<row><c><v>1</v></c></row>'.repeat(200_001)), 'too-many-cells'],
    [
      '200,000 merges',
      () => withData('<row><c><v>1</v></c></row>', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(200_000)}</mergeCells>`),
      'too-many-cells',
    ],
    [
      'a string of 2 million signs',
      () => withData(`<row><c t="inlineStr"><is><t>${randomText(2_000_000)}</t></is></c></row>`),
      'xml-limit',
    ],
    ['300 sheets', () => xlsx({ 'xl/workbook.xml': workbook('<sheet name="x" r:id="r1"/>'.repeat(300)) }), 'too-many-parts'],
    ['a million empty styled rows', () => withData('<row><c s="1"/></row>'.repeat(1_000_000)), /suspicious-ratio|read/u],
    [
      'the last cell of all',
      () => withData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      'read',
    ],
    [
      'a merge of everything',
      () => withData('<row><c><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      'read',
    ],
    [
      'a shared string of 2 million signs',
      () => xlsx({ 'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${randomText(2_000_000)}</t></si></sst>` }),
      'xml-limit',
    ],
  ] as const

  test('there are at least 8', () => expect(huge.length).toBeGreaterThanOrEqual(8))

  test.each(huge)('%s', (what, bytes, code) => {
    const archive = bytes()
    const started = performance.now()
    expect(codeOf(archive)).toMatch(code)
    console.log(`[I5] ${what}: ${Math.round(performance.now() - started)} ms`)
  })
})

/** Signs that do not pack well, so that the ratio is not what refuses them. */
function randomText(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return String.fromCharCode(0x4e00 + ((state >> 8) % 20_000))
  }).join('')
}

test('[I8] of 300 workbooks with changed bytes none is silently different', () => {
  const rows = Array.from(
    { length: 50 },
    (_, row) => `<row><c t="s"><v>${row % 2}</v></c><c s="1"><v>${44_000 + row}</v></c><c><v>${row / 8}</v></c></row>`,
  )
  const original = withData(rows.join(''))
  const expected = bookOf(original)
  let refused = 0
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const mutant = original.slice()
      mutant[at] = (mutant[at] ?? 0) ^ change
      const found = readTable('a.xlsx', mutant)
      if (found.ok) expect(found.value).toStrictEqual(expected)
      else refused++
    }),
    { numRuns: 300, seed: 3 },
  )
  console.log(`[I8] 300 changed workbooks: ${refused} refused, ${300 - refused} as they were`)
  expect(refused).toBeGreaterThan(150)
})

test('what lies in a file decides; a wrong ending is said', () => {
  const table = readTable('a.xls', withData('<row><c><v>1</v></c></row>'))
  expect(table).toMatchObject({
    value: { format: 'xlsx', warnings: [{ code: 'ending-misleads', values: { ending: 'xls', format: 'xlsx' } }] },
  })
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  expect(readTable('a.xls', text('甲\t乙\n'))).toMatchObject({ value: { format: 'tsv', warnings: [{ code: 'ending-misleads' }] } })
  for (const page of ['<html><table>', '<?xml version="1.0"?><Workbook>', '\uFEFF<!DOCTYPE html>', '%PDF-1.4', '{\\rtf1'])
    expect(readTable('a.xls', text(page))).toMatchObject({ error: { code: 'not-a-table' } })
  expect(readTable('a.xlsx', Uint8Array.of(1, 2, 3, 0, 255))).toMatchObject({ error: { code: 'damaged' } })
  expect(readTable('a.docx', text('x'))).toMatchObject({ error: { code: 'not-a-table' } })
  expect(readTable('a.csv', new Uint8Array())).toMatchObject({ error: { code: 'empty' } })
  expect(readTable('a.csv', Uint8Array.of(0xa6, 0x57, 0xba, 0xd9), { encoding: 'big5' })).toMatchObject({ value: { encoding: 'big5' } })
})
