import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { checklists } from '#exports/excel/checklists.ts'
import { lookUp } from '#model/derive/index.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { applyDelta } from '#model/operations/index.ts'
import { reactions } from '#model/reactions/index.ts'
import type { Element } from '#model/schema/element.ts'
import { breachesAmong } from '#model/derive/index.ts'
import { openSession } from '#model/session/session.ts'
import { elementsOf } from '#demo/index.ts'
import { documents } from '../support/arbitraries.ts'
import { hostileTexts } from '../support/random-values.ts'
import { countCases, numRuns } from '../support/runs.ts'
import { type CameBack, handOut, stateOf, takeBack, workedModel } from './handed-out.ts'

const { count } = countCases('E checklists out and in')

const expectNothing = (back: CameBack): void => {
  expect(back.compared.changes).toEqual([])
  expect(back.compared.conflicts).toEqual([])
  expect(back.refused).toEqual([])
  expect(back.delta.size).toBe(0)
}

test('[E3] whatever a document says, its checklists come back without a change', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(documents(), async snapshot => {
      const state = lookUp.start(snapshot)
      expectNothing(takeBack([{ name: '清单.xlsx', bytes: await handOut(state) }], state))
      count()
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})

const inChecklists: ReadonlySet<string> = new Set(checklists.map(one => one.kind))

/** What checklists carry: the kinds that have one, and of these everything but the keys of their order. */
const carried = (elements: Iterable<Element>): ReadonlyMap<string, object> =>
  new Map(
    Array.from(elements).flatMap(one => {
      const { order: _order, custom: _custom, illustrative: _illustrative, ...rest } = one
      return inChecklists.has(one.kind) ? [[one.id, rest] as const] : []
    }),
  )

/** The checklists of a document taken into an empty one, with everything an import sets off. */
async function rebuilt(state: DocumentState): Promise<DocumentState> {
  const empty = stateOf([{ id: 'fresh', kind: 'document', name: '新文档' }])
  const back = takeBack([{ name: '清单.xlsx', bytes: await handOut(state) }], empty)
  expect(back.refused).toEqual([])
  expect(back.compared.conflicts).toEqual([])
  const session = openSession(empty.snapshot, { lookUp, reactions, breachesAmong, newId: () => 'never', now: () => 0 })
  session.run(applyDelta, { delta: back.delta })
  return session.state()
}

async function expectWhole(elements: readonly Element[]): Promise<void> {
  const state = stateOf(elements)
  const again = await rebuilt(state)
  const before = carried(elements)
  const after = carried(again.snapshot.values())
  expect(after.size).toBe(before.size)
  for (const [id, one] of before) expect(after.get(id), id).toEqual(one)
  for (const one of elements)
    if (inChecklists.has(one.kind))
      expect(again.lookups.ownedBy(one.id), one.id).toEqual(state.lookups.ownedBy(one.id).filter(id => after.has(id)))
}

describe('[E3] taken into an empty document, checklists make the same document again', () => {
  test('one of three thousand elements', { timeout: 120_000 }, async () => expectWhole(elementsOf(3_000)))

  test('5,000 texts, those that are formulas and mark-up among them', { timeout: 120_000 }, async () => {
    const random = fc.sample(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .map(text => text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF\r]/gu, '·')),
      { numRuns: 5_000, seed: 7 },
    )
    const texts = [...hostileTexts, ...random].slice(0, 5_000).filter(text => text.trim() !== '' && text.isWellFormed())
    const all = texts.map((text, index): Element => {
      const next = texts[(index + 1) % texts.length] ?? text
      return { id: `t${index}`, kind: 'organisation', name: text, code: `C${index}`, note: next, shortName: next }
    })
    await expectWhole([{ id: 'd', kind: 'document', name: '文字' }, ...all])
    process.stdout.write(`checklists: ${texts.length} texts out and in\n`)
  })
})

const office = spawnSync('sh', ['-c', 'command -v soffice || command -v libreoffice'], { encoding: 'utf8' }).stdout.trim()

if (office === '') process.stdout.write('skipped: LibreOffice is not installed, so no checklist comes back from it\n')

describe.skipIf(office === '')('[E3] saved by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-office-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['xlsx', 'ods', 'xls'])('as %s: no change', { timeout: 180_000 }, async ending => {
    const hostile = hostileTexts.flatMap((text, index): Element[] =>
      text.trim() === '' ? [] : [{ id: `t${index}`, kind: 'organisation', name: text, note: text, code: `C${index}` }],
    )
    const state = stateOf([...workedModel(), ...hostile])
    writeFileSync(join(folder, '清单.xlsx'), await handOut(state))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const out = join(folder, ending)
    spawnSync(office, [profile, '--headless', '--convert-to', ending, '--outdir', out, join(folder, '清单.xlsx')], { timeout: 170_000 })
    const back = takeBack([{ name: `清单.${ending}`, bytes: new Uint8Array(readFileSync(join(out, `清单.${ending}`))) }], state)
    expectNothing(back)
    expect(back.compared.unchanged).toBe(back.read['rows'])
  })
})
