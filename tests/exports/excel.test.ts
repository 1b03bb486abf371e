import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import { exporters } from '#exports/index.ts'
import { checklists } from '#exports/excel/checklists.ts'
import { readTable } from '#imports/reading/read-table.ts'
import { sha256 } from '#model/base/hash.ts'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import type { Element } from '#model/schema/element.ts'
import { wordingOf } from '#model/wording/index.ts'
import { hostileTexts } from '../support/random-values.ts'

const excel = exporters.find(one => one.id === 'excel')

const { elements } = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')) as {
  elements: readonly Element[]
}

async function workbookOf(all: readonly Element[]): Promise<Uint8Array> {
  const state = lookUp.start(snapshotOf(all))
  const known = buildFacts(facts, state)
  const exported = await excel?.write({ view: viewOf(state, known.values, known.totals), wording: wordingOf(state), today: '2026-01-31' })
  return exported?.files[0]?.bytes ?? new Uint8Array()
}

/** The rows of a sheet as we read it, each cell with its column in front. */
function textsOf(bytes: Uint8Array, sheet: string): readonly (readonly string[])[] {
  const workbook = readTable('清单', bytes)
  const rows = workbook.ok ? workbook.value.sheets.find(one => one.name === sheet)?.rows : undefined
  const filled = rows?.map(({ cells }) => [...cells].flatMap(([column, { text }]) => (text === '' ? [] : [`${column} ${text}`])))
  return filled?.filter(row => row.length > 0) ?? []
}

describe('[C6.3] the checklists of the worked model', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await workbookOf(elements)
  })
  const part = (name: string): string => new TextDecoder().decode(unzipSync(bytes)[name])
  const sheetPart = (name: string): string => {
    const at = read(bytes, { type: 'array', bookSheets: true }).SheetNames.indexOf(name)
    return part(`xl/worksheets/sheet${at + 1}.xml`)
  }

  test('the same document gives the same bytes', async () => {
    expect(sha256(await workbookOf([...elements].reverse()))).toBe(sha256(bytes))
  })

  test('a sheet per checklist with a row per element, in a second reader too', () => {
    const workbook = read(bytes, { type: 'array' })
    for (const { kind, sheet } of checklists) {
      const rows = utils.sheet_to_json<string[]>(workbook.Sheets[sheet] ?? {}, { header: 1, raw: false })
      const ids = rows.slice(3).flatMap(row => (row[0] ? [row[0]] : []))
      expect(ids.sort(), sheet).toEqual(
        elements
          .filter(one => one.kind === kind)
          .map(one => one.id)
          .sort(),
      )
    }
  })

  test.each(checklists.map(one => one.sheet))('%s: hidden id, required marks, comments, dropdowns, panes, filter, print set-up', sheet => {
    const xml = sheetPart(sheet)
    expect(xml).toMatch(/<col [^>]*hidden="(?:1|true)"/u)
    expect(xml).toMatch(/<pane [^>]*state="frozen"/u)
    expect(xml).toContain('<autoFilter ')
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/u)
    expect(xml).toContain('<legacyDrawing ')
    const titles = textsOf(bytes, sheet)[2] ?? []
    expect(titles.map(title => title.split(' ')[1])).toContain('编码')
    expect(titles.some(title => title.includes(' *'))).toBe(true)
  })

  test('choices are offered from the lists of the document', () => {
    const xml = sheetPart('业务事项清单')
    expect(xml).toContain('<dataValidations ')
    expect(part('xl/workbook.xml')).toContain('<definedName name="选项_organisation"')
  })

  test('hidden sheets name the document and what every cell said', () => {
    const workbook = read(bytes, { type: 'array' })
    const origin = utils.sheet_to_json<string[]>(workbook.Sheets['_经纬'] ?? {}, { header: 1 })
    expect(origin[0]).toEqual(['format', '1'])
    expect(origin[1]?.[1]).toBe(elements.find(one => one.kind === 'document')?.id)
    const hidden = workbook.Workbook?.Sheets?.filter(one => one.Hidden).map(one => one.name)
    expect(hidden).toEqual(['_选项', '_经纬', '_原值'])
  })
})

test('[E1] texts that would be formulas or mark-up are texts in the cell, and none is lost', async () => {
  const named = hostileTexts.filter(one => one.trim() !== '')
  const many: Element[] = named.map((name, index) => ({ id: `o${index}`, kind: 'organisation', name }))
  const bytes = await workbookOf([{ id: 'd', kind: 'document', name: '测试' }, ...many])
  const texts = textsOf(bytes, '参考-部门').flat()
  for (const name of named) expect(texts, name).toContain(`2 ${name}`)
  for (const [path, xml] of Object.entries(unzipSync(bytes)))
    if (path.startsWith('xl/worksheets/sheet')) expect(new TextDecoder().decode(xml)).not.toContain('<f>')
})

/** What spreadsheets take for the beginning of a formula, and what stands behind it. */
const triggers = ['=', '+', '-', '@', '\t=', '＝', '＋', '－', '＠', "'="]
const formulas = [
  '1+1',
  'HYPERLINK("http://evil.test","x")',
  "cmd|' /C calc'!A0",
  'SUM(A1:A9)',
  'A1',
  '2',
  '甲',
  'WEBSERVICE("http://evil.test")',
  'IMPORTXML("x","y")',
  'DDE("a";"b")',
  '1E5',
  '0',
  'TRUE',
  'NOW()',
  'RAND()',
  '(1)',
  '-1',
  '"x"',
  '1%',
  '$A$1',
]

const injections: readonly Element[] = triggers.flatMap((trigger, row) =>
  formulas.map(
    (formula, at): Element => ({ id: `f${row}-${at}`, kind: 'organisation', name: `第${row}-${at}`, note: `${trigger}${formula}` }),
  ),
)

test('[E1] of 200 cells that begin like formulas each is text for good: shared strings in cells of text format', async () => {
  expect(injections).toHaveLength(200)
  const bytes = await workbookOf([{ id: 'd', kind: 'document', name: '测试' }, ...injections])
  const files = unzipSync(bytes)
  const texts = textsOf(bytes, '参考-部门')
    .flat()
    .map(text => text.replace(/^\d+ /u, ''))
  for (const { note } of injections) expect(texts, String(note)).toContain(note)
  const styles = new TextDecoder().decode(files['xl/styles.xml'])
  const textFormat = /numFmtId="(\d+)" formatCode="@"/u.exec(styles)?.[1] ?? '49'
  const ofText = Array.from(styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf ([^>]*)/gu), ([, xf = '']) =>
    xf.includes(`numFmtId="${textFormat}"`),
  )
  const shared = Array.from(new TextDecoder().decode(files['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gsu), ([, si = '']) =>
    si.replaceAll(/<[^>]*>/gu, ''),
  )
  let guarded = 0
  for (const [path, xml] of Object.entries(files)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue
    for (const [, cell = '', at = ''] of new TextDecoder().decode(xml).matchAll(/<c ([^>]*)><v>(\d+)<\/v>/gu)) {
      if (!cell.includes('t="s"') || !/^[=+\-@\t＝＋－＠]/u.test(shared[Number(at)] ?? '')) continue
      expect(ofText[Number(/ s="(\d+)"/u.exec(cell)?.[1])], cell).toBe(true)
      guarded++
    }
  }
  // Each stands in the checklist and in the hidden sheet of what went out.
  expect(guarded).toBeGreaterThanOrEqual(2 * 180)
})

const office = spawnSync('sh', ['-c', 'command -v soffice || command -v libreoffice'], { encoding: 'utf8' }).stdout.trim()

if (office === '') process.stdout.write('skipped: LibreOffice is not installed, so it does not judge the checklists\n')

describe.skipIf(office === '')('[E1] LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-excel-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('evaluates none of 200 cells that begin like formulas', { timeout: 180_000 }, async () => {
    const bytes = await workbookOf([{ id: 'd', kind: 'document', name: '测试' }, ...injections])
    writeFileSync(join(folder, 'formulas.xlsx'), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    spawnSync(office, [profile, '--headless', '--convert-to', 'ods', '--outdir', folder, join(folder, 'formulas.xlsx')], {
      timeout: 170_000,
    })
    const theirs = readFileSync(join(folder, 'formulas.ods'))
    expect(textsOf(theirs, '参考-部门')).toEqual(textsOf(bytes, '参考-部门'))
    const read = readTable('formulas.ods', theirs)
    const evaluated = read.ok ? read.value.sheets.reduce((sum, one) => sum + one.counts.formulas, 0) : -1
    process.stdout.write(`[E1] LibreOffice: 200 cells, ${evaluated} evaluated\n`)
    expect(evaluated).toBe(0)
  })

  test('opens the checklists and saves them with the same cells', { timeout: 180_000 }, async () => {
    const bytes = await workbookOf(elements)
    writeFileSync(join(folder, 'ours.xlsx'), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    spawnSync(office, [profile, '--headless', '--convert-to', 'ods', '--outdir', folder, join(folder, 'ours.xlsx')], { timeout: 170_000 })
    expect(readdirSync(folder)).toContain('ours.ods')
    const theirs = readFileSync(join(folder, 'ours.ods'))
    for (const { sheet } of checklists) expect(textsOf(theirs, sheet), sheet).toEqual(textsOf(bytes, sheet))
  })
})
