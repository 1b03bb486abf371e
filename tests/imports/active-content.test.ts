import { unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ImportInput, SourceFile } from '#imports/define-importer.ts'
import { importers } from '#imports/index.ts'
import { lookUp } from '#model/derive/index.ts'
import { emptySnapshot } from '#model/document/snapshot.ts'
import { wordingOf } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import { csv, takeIn } from './take-in.ts'

const rows = [
  ['部门', '事项名称', '备注'],
  ['县政府', '甲登记', '一'],
  ['县政府', '乙登记', '二'],
]

/** A list with cells that are no plain texts. */
const listWith = async (cells: WriteSheet['cells'] = new Map()): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '清单', rows: rows.map(row => [...row]), cells }] })

/** The same with parts that others put into a workbook. */
async function withParts(name: string, parts: { readonly [path: string]: string }): Promise<SourceFile> {
  const added = Object.entries(parts).map(([path, content]) => [path, new TextEncoder().encode(content)] as const)
  return { name, bytes: zipSync({ ...unzipSync(await listWith()), ...Object.fromEntries(added) }) }
}

const link = (inside: string): string =>
  `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</externalLink>`

const formula = (written: string, result: string | undefined): WriteSheet['cells'] =>
  new Map([['1,2', { type: 'formula', formula: written, ...(result === undefined ? {} : { formulaResult: result }) }]])

const read: readonly (readonly [what: string, make: () => Promise<SourceFile>, warning: string])[] = [
  ['macros', () => withParts('a.xlsm', { 'xl/vbaProject.bin': 'Sub Auto_Open' }), 'macros-ignored'],
  ['macros in a template', () => withParts('a.xltm', { 'xl/vbaProject.bin': 'x' }), 'macros-ignored'],
  [
    'a link to another workbook',
    () => withParts('a.xlsx', { 'xl/externalLinks/externalLink1.xml': link('<externalBook/>') }),
    'external-links-ignored',
  ],
  [
    'DDE',
    () => withParts('a.xlsx', { 'xl/externalLinks/externalLink1.xml': link('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>') }),
    'external-links-ignored',
  ],
  [
    'an OLE link',
    () => withParts('a.xlsx', { 'xl/externalLinks/externalLink1.xml': link('<oleLink progId="Package"/>') }),
    'external-links-ignored',
  ],
  ['an OLE object', () => withParts('a.xlsx', { 'xl/embeddings/oleObject1.bin': 'MZ' }), 'embedded-objects-ignored'],
  ['an embedded drawing of a flow', () => withParts('a.xlsx', { 'xl/embeddings/flow.bpmn': '<definitions/>' }), 'embedded-objects-ignored'],
  ['a formula', async () => ({ name: 'a.xlsx', bytes: await listWith(formula('1+1', '2')) }), 'formulas-as-values'],
  [
    'a formula that fetches',
    async () => ({ name: 'a.xlsx', bytes: await listWith(formula('WEBSERVICE("http://evil.test")', undefined)) }),
    'formulas-without-value',
  ],
]

const refused: readonly (readonly [what: string, file: SourceFile])[] = [
  [
    'a .doc',
    { name: 'a.doc', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]) },
  ],
  ['a .docx', { name: 'a.docx', bytes: zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document/>') }) }],
  ['a page named .xls', csv('a.xls', '<html><script>alert(1)</script><table><tr><td>甲</td></tr></table></html>')],
]

describe('[I9] content that would act', () => {
  afterAll(() =>
    process.stdout.write(
      `[I9] ${read.length + refused.length} fixtures: ${read.length} read for their values, ${refused.length} refused\n`,
    ),
  )

  test('there are at least 10', () => expect(read.length + refused.length).toBeGreaterThanOrEqual(10))

  test.each(read)('%s does nothing and is counted in the report', async (_, make, warning) => {
    const taken = takeIn([await make()])
    expect(taken.of('item').map(one => one.name)).toStrictEqual(['甲登记', '乙登记'])
    expect(taken.codes).toContain(warning)
    expect(JSON.stringify(taken.elements)).not.toMatch(/WEBSERVICE|1\+1|calc/u)
  })

  test.each(refused)('%s is refused with a sentence', (_, file) => {
    const state = lookUp.start(emptySnapshot)
    const options = { map: new Map<string, string>(), partial: true, removals: false, takeSheet: false }
    const input: ImportInput = { name: 'a', files: [file], state, wording: wordingOf(state), newId: () => 'never', ...options }
    const result = importers.find(one => one.sniff(input))?.read(input)
    if (result === undefined) return
    expect(result.ok).toBe(false)
    if (!result.ok) expect(text(`import/${result.error.code}`, { file: 'a', ...result.error.values })).toMatch(/\p{Script=Han}{3,}/u)
  })
})
