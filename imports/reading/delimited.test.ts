import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelimited } from './delimited.ts'
import type { Workbook } from './workbook.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function tableOf(text: string): Workbook {
  const result = readDelimited('目录/清单.csv', bytesOf(text))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Texts by row, `·` for a cell that is not there. */
const grid = (text: string): string[][] =>
  (tableOf(text).sheets[0]?.rows ?? []).map(row => {
    const last = Math.max(...row.cells.keys())
    return Array.from({ length: last + 1 }, (_, column) => row.cells.get(column)?.text ?? '·')
  })

describe('separated text', () => {
  test.each([
    ['commas', '名称,编码\n甲,1\n'],
    ['semicolons', '名称;编码\n甲;1\n'],
    ['tabs', '名称\t编码\n甲\t1\n'],
    ['bars', '名称|编码\n甲|1\n'],
    ['a line that names the separator', 'sep=|\n名称|编码\n甲|1'],
    ['old line ends', '名称,编码\r甲,1\r'],
    ['line ends of Windows, none at the end', '名称,编码\r\n甲,1'],
    ['a mark and quotes', '\uFEFF"名称","编码"\r\n"甲","1"\r\n'],
  ])('%s', (_, text) => {
    expect(grid(text)).toStrictEqual([
      ['名称', '编码'],
      ['甲', '1'],
    ])
  })

  test('the separator is the one that stands evenly, not the one that is frequent', () => {
    expect(grid('名称,别名,部门\n甲,a;b;c;d;e;f,一局\n乙,g;h;i;j;k;l,二局\n')[1]).toStrictEqual(['甲', 'a;b;c;d;e;f', '一局'])
    expect(grid('金额;比例;单价\n1,5;2,5;3,5\n1,5;2,5;3,5\n')[1]).toStrictEqual(['1,5', '2,5', '3,5'])
    expect(grid('只有一列\n甲\n')).toStrictEqual([['只有一列'], ['甲']])
  })

  test('quotes hold separators, line ends and quotes; a quote inside a text is one', () => {
    expect(grid('甲,"一,二\n三""四"""\n5" 管,"x"y\n')).toStrictEqual([
      ['甲', '一,二\n三"四"'],
      ['5" 管', 'xy'],
    ])
  })

  test('a quote that never closes takes nothing away, and is said', () => {
    expect(grid('甲,乙\n"丙,丁\n戊,己\n')).toStrictEqual([
      ['甲', '乙'],
      ['"丙', '丁'],
      ['戊', '己'],
    ])
    expect(tableOf('甲,乙\n"丙,丁\n').warnings).toStrictEqual([{ code: 'quote-not-closed', values: { count: 1 } }])
  })

  test('rows that are wider or narrower than most are kept and counted; blank ones keep their place', () => {
    const table = tableOf('标题\n甲,乙\n1,2\n\n3,4,5\n6,7\n')
    expect(table.warnings).toStrictEqual([{ code: 'ragged-rows', values: { count: 2 } }])
    expect(table.sheets[0]?.rows.map(row => row.index)).toStrictEqual([0, 1, 2, 4, 5])
    expect(table.sheets[0]).toMatchObject({ name: '清单', usedColumns: 3, counts: { cells: 10, formulas: 0, links: 0 } })
  })

  test('codes stay what they are', () => {
    expect(grid('编码,日期\n007,2021-01-01\n330106199001011234,1e5\n')[2]).toStrictEqual(['330106199001011234', '1e5'])
  })

  test('nothing but blanks is empty; too many rows are refused', () => {
    expect(readDelimited('a.csv', bytesOf(' \n\n'))).toMatchObject({ error: { code: 'empty' } })
    expect(readDelimited('a.csv', bytesOf('甲\n'.repeat(200_001)))).toMatchObject({ error: { code: 'too-many-cells' } })
    expect(readDelimited('a.csv', bytesOf(`甲${','.repeat(17_000)}乙\n`))).toMatchObject({ error: { code: 'too-many-cells' } })
  })

  test('format and encoding are said', () => {
    expect(tableOf('甲\t乙\n')).toMatchObject({ format: 'tsv', encoding: 'utf-8' })
    expect(tableOf('甲,乙\n')).toMatchObject({ format: 'csv' })
  })
})

/** What a careful writer does: a `'` before what would be a formula, and before what looks so guarded. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)

test('[E1] of 5,000 texts that begin like formulas each comes back as it was', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', "'", "'=", "''=", "'甲", '')
  fc.assert(
    fc.property(start, fc.string({ unit: 'grapheme' }), (first, rest) => {
      const text = (first + rest).toWellFormed().replaceAll('\u0000', '')
      fc.pre(text !== '')
      expect(grid(`头,尾\n"${guarded(text).replaceAll('"', '""')}",x\n`)[1]).toStrictEqual([text, 'x'])
    }),
    { numRuns: 5000 },
  )
})

test('a long text is read in time that grows with its length only', () => {
  const line = `${'"事项名称""第一",'.repeat(10)}尾\n`
  const started = performance.now()
  expect(tableOf(line.repeat(50_000)).sheets[0]?.rows).toHaveLength(50_000)
  console.log(`550,000 quoted cells of text: ${Math.round(performance.now() - started)} ms`)
})

test('[E2] signs that no document can hold are replaced, and counted', () => {
  const table = tableOf('甲,乙\n一\u0001二,三\u000C\u001F\n四\t五,六\n')
  expect(table.sheets[0]?.rows.map(row => Array.from(row.cells.values(), cell => cell.text))).toStrictEqual([
    ['甲', '乙'],
    ['一\uFFFD二', '三\uFFFD\uFFFD'],
    ['四\t五', '六'],
  ])
  expect(table.warnings).toStrictEqual([{ code: 'signs-replaced', values: { count: 2 } }])
})
