import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { marksInFiles } from '#imports/secret-marks.ts'
import { markedFields } from '#model/analysis/marked-fields.ts'
import { secretMarkIn } from '#model/analysis/secret-marks.ts'
import type { Element } from '#model/schema/element.ts'
import { csv, workbook } from '../imports/take-in.ts'

const textsIn = (name: string): readonly string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.replaceAll(String.raw`\n`, '\n'))

const marked = textsIn('marked.txt')
const unmarked = textsIn('unmarked.txt')

/** Of 200 harmless texts so many may be taken for marks. Source: reliability G1. */
const FALSE_ALARMS = 4

describe('[G1] marks of state secrets', () => {
  test('of 40 all are found, of 200 harmless texts at most 4 are taken for one', () => {
    expect([marked.length, new Set(unmarked).size]).toStrictEqual([40, 200])
    const missed = marked.filter(text => secretMarkIn(text) === undefined)
    const alarms = unmarked.filter(text => secretMarkIn(text) !== undefined)
    const hits = marked.length - missed.length
    process.stdout.write(
      `[G1] recall ${hits}/${marked.length}, false alarms ${alarms.length}/${unmarked.length}, precision ${((100 * hits) / (hits + alarms.length)).toFixed(1)} %\n`,
    )
    expect(missed).toStrictEqual([])
    expect(alarms.length, alarms.join(' | ')).toBeLessThanOrEqual(FALSE_ALARMS)
  })

  test('a mark is found inside a longer text, behind signs nobody sees and in traditional characters', () => {
    expect(secretMarkIn('第一章\n密级：机密\n第二章')).toStrictEqual({ text: '密级:机密', isBare: false })
    expect(secretMarkIn('机\u200B密★10年')?.text).toBe('机密★')
    expect(secretMarkIn('機密★')?.text).toBe('機密★')
    expect(secretMarkIn('限本局阅', ['限本局'])).toStrictEqual({ text: '限本局', isBare: false })
  })

  test('a long text without marks takes no time', () => {
    const started = performance.now()
    for (const text of ['机密'.repeat(10_000), '密级：'.repeat(7_000), '秘密 '.repeat(7_000), '（'.repeat(20_000)]) secretMarkIn(text)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('[G1] where marks stand', () => {
  test('in page headers and footers, whatever their codes', async () => {
    const { name, bytes } = await workbook('a.xlsx', [{ name: '清单', rows: [['部门', '名称']] }])
    const parts = unzipSync(bytes)
    const path = Object.keys(parts).find(one => one.startsWith('xl/worksheets/sheet')) ?? ''
    const sheet = new TextDecoder().decode(parts[path])
    const header =
      '<headerFooter><oddHeader>&amp;L&amp;"宋体,加粗"&amp;10机 密★10年&amp;C&amp;A</oddHeader><oddFooter>第&amp;P页</oddFooter></headerFooter>'
    const marked = zipSync({ ...parts, [path]: new TextEncoder().encode(sheet.replace('</worksheet>', `${header}</worksheet>`)) })
    expect(marksInFiles([{ name, bytes: marked }], [])).toStrictEqual([{ file: 'a.xlsx', sheet: '清单', row: 0, mark: '机密★' }])
    expect(marksInFiles([{ name, bytes }], [])).toStrictEqual([])
  })

  test('in file names, sheet names, hidden sheets and cells, with their place', async () => {
    const file = await workbook('机密★.xlsx', [
      {
        name: '清单',
        rows: [
          ['部门', '名称'],
          ['县政府', '甲（秘密）'],
        ],
      },
      { name: '【绝密】', rows: [['机密★10年']], hidden: true },
    ])
    expect(marksInFiles([file], [])).toStrictEqual([
      { file: '机密★.xlsx', sheet: '', row: 0, mark: '机密★' },
      { file: '机密★.xlsx', sheet: '清单', row: 2, mark: '(秘密)' },
      { file: '机密★.xlsx', sheet: '【绝密】', row: 0, mark: '【绝密】' },
      { file: '机密★.xlsx', sheet: '【绝密】', row: 1, mark: '机密★' },
    ])
  })

  test('a column that says how secret its rows are counts, a list of levels does not', () => {
    const files = (text: string) => marksInFiles([csv('a.csv', text)], [])
    expect(files('名称,密级\n甲,公开\n乙,秘密\n丙,机密\n').map(one => one.row)).toStrictEqual([3, 4])
    expect(files('代码,取值\n1,绝密\n2,机密\n3,秘密\n')).toStrictEqual([])
    expect(files('代码,取值\n1,公开\n2,秘密\n').map(one => one.row)).toStrictEqual([3])
  })

  test('in documents by field; a code list of levels carries none', () => {
    const elements: readonly Element[] = [
      { id: 'a', kind: 'item', name: '甲', note: '密级：秘密' },
      { id: 'b', kind: 'item', name: '商业秘密保护' },
      {
        id: 'c',
        kind: 'codeList',
        name: '级别',
        values: [
          { code: '1', label: '绝密' },
          { code: '2', label: '机密' },
        ],
      },
      { id: 'd', kind: 'organisation', name: '机密' },
    ]
    expect(Array.from(markedFields(elements), ({ element, field, mark }) => `${element.id} ${field} ${mark}`)).toStrictEqual([
      'a note 密级:秘密',
      'd name 机密',
    ])
  })

  test('our own templates carry none', () => {
    const templates = new URL('../../templates/', import.meta.url)
    for (const name of readdirSync(templates)) {
      const file = new URL(`${name}/template.json`, templates)
      if (!existsSync(file)) continue
      const { elements } = JSON.parse(readFileSync(file, 'utf8')) as { readonly elements: readonly Element[] }
      expect(
        Array.from(markedFields(elements), ({ field, mark }) => `${field} ${mark}`),
        name,
      ).toStrictEqual([])
    }
  })
})
