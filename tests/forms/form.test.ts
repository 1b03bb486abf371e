import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fillForm, type Filled } from '#imports/form/fill.ts'
import { shiftFormula, shiftRanges } from '#imports/form/shift.ts'
import { readTable } from '#imports/reading/read-table.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { wordingOf } from '#model/wording/index.ts'
import { stateOf, workedModel } from '../checklists/handed-out.ts'

const state = stateOf(workedModel())
const known = buildFacts(facts, state)
const input = { state, view: viewOf(state, known.values, known.totals), wording: wordingOf(state), map: new Map<string, string>() }

/** A ministry's form: title, merged cells, a header of two rows, few free rows, a total, a note, a second sheet that refers to it. */
async function ministryForm(free: number): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('附件1')
  sheet.mergeCells('A1:F1')
  sheet.getCell('A1').value = '××部业务事项梳理表'
  sheet.getCell('A1').font = { name: '方正小标宋简体', size: 22 }
  sheet.getRow(2).values = ['序号', '事项名称', '牵头单位', '办理依据', '时限', '联系电话（手填）']
  const border = { style: 'thin' as const }
  for (let row = 3; row < 3 + free; row++)
    for (let column = 1; column <= 6; column++) {
      sheet.getCell(row, column).border = { top: border, bottom: border, left: border, right: border }
      sheet.getCell(row, column).font = { name: '仿宋_GB2312', size: 12 }
    }
  const last = 3 + free
  sheet.mergeCells(last, 2, last, 6)
  sheet.getCell(last, 1).value = '合计'
  sheet.getCell(last, 2).value = { formula: `COUNTA(B3:B${last - 1})`, result: 0 }
  sheet.mergeCells(last + 1, 1, last + 1, 6)
  sheet.getCell(last + 1, 1).value = '注：本表由牵头单位填写，盖章后报送。'
  sheet.getCell(`C3`).dataValidation = { type: 'list', allowBlank: true, formulae: ['"甲,乙"'] }
  sheet.pageSetup.printArea = `A1:F${last + 1}`
  const other = book.addWorksheet('封面')
  other.getCell('A1').value = { formula: `附件1!B${last}&"项"`, result: '0项' }
  other.getCell('A2').value = '填报单位：'
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const rowsOf = (bytes: Uint8Array, sheet: string) => {
  const book = readTable('x.xlsx', bytes)
  if (!book.ok) throw new Error(book.error.code)
  const found = book.value.sheets.find(one => one.name === sheet)
  return new Map((found?.rows ?? []).map(({ index, cells }) => [index + 1, new Map([...cells].map(([at, cell]) => [at, cell.text]))]))
}

const filledWith = (name: string, bytes: Uint8Array, map = input.map): Filled => {
  const result = fillForm({ name, bytes }, { ...input, map })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('[F: forms] a form of others is filled by its headers', () => {
  test.each([3, 16, 30])('with %s free rows: every item, then what stood below', async free => {
    const form = await ministryForm(free)
    const { bytes, tables } = filledWith('表.xlsx', form)
    expect(tables).toMatchObject([{ sheet: '附件1', kind: 'item', rows: 16, there: 0 }])
    const rows = rowsOf(bytes, '附件1')
    const items = [...rows].filter(([row]) => row > 2 && row <= 18)
    expect(items.map(([, cells]) => cells.get(0))).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)))
    expect(items[0]?.[1].get(1)).toBe('农村集体资产年度清查登记')
    expect(items[0]?.[1].get(2)).toMatch(/^示例县农业农村局/u)
    const last = 3 + Math.max(free, 16)
    expect(rows.get(last)?.get(0)).toBe('合计')
    expect(rows.get(last + 1)?.get(0)).toMatch(/^注：/u)
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    expect(xml).toContain(`<mergeCell ref="B${last}:F${last}"/>`)
    expect(xml).toContain(`COUNTA(B3:B${last - 1})`)
    const cover = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet2.xml'])
    expect(cover).toContain(`附件1!B${last}`)
    expect(new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml'])).toContain(`$A1:$F${last + 1}`)
  })

  test('everything else is as it was, to the byte; a second reader sees the same', async () => {
    const form = await ministryForm(30)
    const { bytes } = filledWith('表.xlsx', form)
    const [before, after] = [unzipSync(form), unzipSync(bytes)]
    expect(Object.keys(after)).toEqual(Object.keys(before).filter(name => !name.endsWith('/')))
    const changed = Object.keys(before).filter(
      name => after[name] && Buffer.compare(Buffer.from(before[name] ?? []), Buffer.from(after[name])) !== 0,
    )
    expect(changed.filter(name => !/workbook\.xml|sheet[12]\.xml/u.test(name))).toEqual([])
    const book = new exceljs.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('附件1')
    expect(sheet?.getCell('B3').text).toBe('农村集体资产年度清查登记')
    expect(sheet?.getCell('B3').font.name).toBe('仿宋_GB2312')
    expect(sheet?.getCell('A1').font.size).toBe(22)
    expect(filledWith('表.xlsx', form).bytes).toEqual(bytes)
  })

  test('what stands in the form already is kept and not written again', async () => {
    const form = await ministryForm(20)
    const once = filledWith('表.xlsx', form).bytes
    const twice = filledWith('表.xlsx', once)
    expect(twice.tables).toMatchObject([{ rows: 0, there: 16 }])
    expect([...rowsOf(twice.bytes, '附件1')]).toEqual([...rowsOf(once, '附件1')])
  })

  test('a column is filled with what a person says it is', async () => {
    const { bytes } = filledWith(
      '表.xlsx',
      await ministryForm(20),
      new Map([
        ['联系电话（手填）', '备注'],
        ['办理依据', 'note'],
      ]),
    )
    expect(rowsOf(bytes, '附件1').get(3)?.get(3)).not.toBe('《浙江省农村集体资产管理条例》第九条第三款')
  })

  test('no form: refused with a sentence', () => {
    const refused = (name: string, bytes: Uint8Array): string | undefined => {
      const result = fillForm({ name, bytes }, input)
      return result.ok ? undefined : result.error.code
    }
    expect(refused('a.csv', new TextEncoder().encode('事项名称,部门\n甲,乙\n'))).toBe('form-not-xlsx')
    expect(refused('a.xlsx', new Uint8Array([1, 2, 3]))).toBeDefined()
  })
})

describe('references after rows were put in', () => {
  const insertion = { before: 5, count: 10 }
  test.each([
    ['A1:F5', 'A1:F15'],
    ['A1:F4', 'A1:F4'],
    ['A6:B7', 'A16:B17'],
    ['A5', 'A5'],
    ['$B$6', '$B$16'],
    ['A1:B2 C6:C9', 'A1:B2 C16:C19'],
  ])('%s → %s', (before, after) => expect(shiftRanges(before, insertion)).toBe(after))

  test.each([
    ['SUM(B3:B5)+B6', 'SUM(B3:B15)+B16'],
    ['LOG10(A6)', 'LOG10(A16)'],
    ['"A6"&A6', '"A6"&A16'],
    ["'附件 1'!A6+封面!A6", "'附件 1'!A6+封面!A6"],
    ['附件1!A6:A9', '附件1!A16:A19'],
    ['A6_名称+名称A6', 'A6_名称+名称A6'],
    ['SUM(A:A)', 'SUM(A:A)'],
  ])('%s → %s', (before, after) => expect(shiftFormula(before, insertion, { own: '附件1', changed: '附件1' })).toBe(after))
})

const office = spawnSync('sh', ['-c', 'command -v soffice || command -v libreoffice'], { encoding: 'utf8' }).stdout.trim()

if (office === '') process.stdout.write('skipped: LibreOffice is not installed, so it does not judge filled forms\n')

test.skipIf(office === '')('LibreOffice opens a filled form and counts its rows', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-form-'))
  writeFileSync(join(folder, '表.xlsx'), filledWith('表.xlsx', await ministryForm(3)).bytes)
  spawnSync(
    office,
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'ods',
      '--outdir',
      folder,
      join(folder, '表.xlsx'),
    ],
    {
      timeout: 110_000,
    },
  )
  const rows = rowsOf(new Uint8Array(readFileSync(join(folder, '表.ods'))), '附件1')
  expect(rows.get(19)?.get(1)).toBe('16')
  rmSync(folder, { recursive: true, force: true })
})
