import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, test } from 'vitest'
import type { Exporter } from '#exports/define-exporter.ts'
import { exporters } from '#exports/index.ts'
import { fillForm } from '#imports/form/fill.ts'
import { isStorable } from '#model/base/text.ts'
import { add } from '#model/operations/index.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { writeDocument } from '#model/file/write.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import type { Element } from '#model/schema/element.ts'
import { wordingOf } from '#model/wording/index.ts'
import { stateOf } from '../checklists/handed-out.ts'
import { workbook } from '../imports/take-in.ts'
import { sessionOf } from '../support/random-edits.ts'
import { hostileTexts } from '../support/random-values.ts'

/** Texts that go through every exporter, and how many of them one document holds. Source: reliability E2. */
const TEXTS = process.env['JINGWEI_FULL'] ? 10_000 : 2_000
const AT_ONCE = 500

const drawn = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { numRuns: 4 * TEXTS, seed: 2 })

/** What the model takes of any strings there are; the other ones are refused at its border. */
const storable = [...hostileTexts, ...drawn].filter(one => isStorable(one) && !one.includes('\r') && one.trim() !== '').slice(0, TEXTS)

function documentOf(texts: readonly string[]): DocumentState {
  const elements = texts.map(
    (text, at): Element => ({ id: `i${at}`, kind: at % 2 === 0 ? 'item' : 'dataItem', name: text.trim(), note: text, code: `C${at}` }),
  )
  return stateOf([{ id: 'd', kind: 'document', name: texts[0]?.trim() ?? '' }, ...elements])
}

const inputOf = (state: DocumentState) => {
  const known = buildFacts(facts, state)
  return { view: viewOf(state, known.values, known.totals), wording: wordingOf(state), today: '2026-01-31' }
}

/** Parses every part that is XML, and reads every other one that is text; throws at what is not well-formed. */
function checkParts(path: string, bytes: Uint8Array): number {
  if (/\.(?:xlsx|docx|zip|ods)$/u.test(path))
    return Object.entries(unzipSync(bytes)).reduce((sum, [name, part]) => sum + checkParts(name, part), 0)
  if (/\.(?:png|bin)$|\/$/u.test(path)) return 0
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!/\.(?:xml|rels|vml|bpmn|svg)$/u.test(path)) return isStorable(text.replaceAll('\r\n', '\n')) ? 1 : failed(path)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => failed(`${path}: ${error.message}`))
  parser.write(text).close()
  return 1
}

const failed = (what: string): never => {
  throw new Error(what)
}

const writers: readonly (readonly [
  name: string,
  write: (state: DocumentState) => Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]>,
])[] = [
  ...exporters.map(
    (exporter: Exporter) => [exporter.id, async (state: DocumentState) => (await exporter.write(inputOf(state))).files] as const,
  ),
  ['a form of others', async state => [{ path: 'form.xlsx', bytes: await formOf(state) }]],
  ['the document itself', async state => [{ path: 'a.zip', bytes: writeDocument(state.snapshot) }]],
]

async function formOf(state: DocumentState): Promise<Uint8Array> {
  const form = await workbook('form.xlsx', [{ name: '事项', rows: [['序号', '事项名称', '备注']] }])
  const filled = fillForm(form, { state, ...inputOf(state), map: new Map() })
  return filled.ok ? filled.value.bytes : failed(filled.error.code)
}

describe('[E2] whatever a document says, what goes out is well-formed', () => {
  const told: string[] = []
  afterAll(() => process.stdout.write(`[E2] ${told.join('; ')}\n`))

  test.each(writers)('%s', { timeout: 300_000 }, async (name, write) => {
    let texts = 0
    let parts = 0
    for (let from = 0; from < storable.length; from += AT_ONCE) {
      const some = storable.slice(from, from + AT_ONCE)
      for (const { path, bytes } of await write(documentOf(some))) parts += checkParts(path, bytes)
      texts += some.length
    }
    told.push(`${name} ${texts} texts in ${parts} parts`)
    expect(texts).toBe(TEXTS)
    expect(parts).toBeGreaterThan(0)
  })

  test('what cannot be carried is refused at the border of the model', () => {
    const session = sessionOf(stateOf([{ id: 'd', kind: 'document', name: '空' }]).snapshot)
    const foreign = [
      '甲\u0000',
      '\uD842',
      '乙\uFFFE',
      '\uFFFF丙',
      '丁\u000B',
      '\u001F戊',
      ...drawn.filter(one => !isStorable(one)).slice(0, 500),
    ]
    let refused = 0
    for (const name of foreign) {
      const done = session.run(add, { kind: 'item', name: `甲${name}乙` })
      if (!done.ok) refused++
    }
    expect(refused).toBe(foreign.length)
    expect(refused).toBeGreaterThan(50)
    expect(session.snapshot().size).toBe(1)
  })
})
