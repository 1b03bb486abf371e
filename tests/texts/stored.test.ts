import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { compareKey } from '#model/base/text.ts'
import { diff } from '#model/compare/diff.ts'
import { deltaFrom, merge } from '#model/compare/merging/merge.ts'
import { apply } from '#model/document/delta.ts'
import { search, searchIndex } from '#model/derive/search.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { decode, encode } from '#model/file/journal.ts'
import { readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'
import { add, setFields } from '#model/operations/index.ts'
import type { Element } from '#model/schema/element.ts'
import { handOut, stateOf, takeBack } from '../checklists/handed-out.ts'
import { csv, takeIn, workbook } from '../imports/take-in.ts'
import { zhText } from '../support/arbitraries.ts'
import { sessionOf } from '../support/random-edits.ts'
import { hostileTexts } from '../support/random-values.ts'
import { countCases, numRuns } from '../support/runs.ts'
import { bothScripts, rareNames, unnormalised } from './texts.ts'

const { count } = countCases('T1 texts stored', numRuns)

const documentElement: Element = { id: 'd', kind: 'document', name: '文字' }

/** Another document: what comes into it is new. */
const elsewhere = stateOf([{ ...documentElement, id: 'elsewhere' }])

const withTexts = (texts: readonly string[]): readonly Element[] => [
  documentElement,
  ...texts.map((text, at): Element => ({ id: `o${at}`, kind: 'organisation', name: text, note: text, code: `C${at}` })),
]

const textsOf = (snapshot: Snapshot | undefined): readonly unknown[] =>
  Array.from({ length: snapshot?.size ?? 0 }, (_, at) => snapshot?.get(`o${at}`)).flatMap(one => (one ? [one.name, one['note']] : []))

/** Names keep what stands inside them; blanks around a name were never part of it. */
const asNames = (texts: readonly string[]): readonly string[] => texts.map(text => text.trim()).filter(text => text !== '')

const special = asNames([...unnormalised, ...rareNames, ...hostileTexts, ...bothScripts.flat()])

const text = fc.oneof(zhText, fc.constantFrom(...special), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })).map(one =>
  one
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/gu, '·')
    .toWellFormed()
    .trim(),
)

const texts = fc.array(
  text.filter(one => one !== ''),
  { minLength: 1, maxLength: 8 },
)

describe('[T1] a stored text is never changed', () => {
  test('by the file, the journal, undo and redo', () => {
    fc.assert(
      fc.property(texts, all => {
        count()
        const before = snapshotOf([documentElement])
        const after = snapshotOf(withTexts(all))
        const expected = all.flatMap(one => [one, one])
        const opened = readDocument(writeDocument(after))
        expect(opened.ok && textsOf(opened.value.snapshot)).toStrictEqual(expected)
        const replayed = decode(encode(diff(before, after)), before)
        expect(replayed.ok && textsOf(apply(before, replayed.value))).toStrictEqual(expected)
        const session = sessionOf(before, 'x')
        for (const name of all) expect(session.run(add, { kind: 'organisation', name, fields: { note: name } }).ok).toBe(true)
        while (session.undo()) expect(session.history().undone.length).toBeGreaterThan(0)
        while (session.redo()) expect(session.history().done.length).toBeGreaterThan(0)
        const names = Array.from(session.snapshot().values()).flatMap(one => (one.kind === 'organisation' ? [one.name, one['note']] : []))
        expect(names.sort()).toStrictEqual([...expected].sort())
      }),
      { numRuns },
    )
  })

  test('by Excel checklists that go out and come back', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async all => {
        count()
        const state = stateOf(withTexts(all))
        const bytes = await handOut(state)
        expect(takeBack([{ name: '清单.xlsx', bytes }], state).delta.size).toBe(0)
        const back = takeBack([{ name: '清单.xlsx', bytes }], elsewhere)
        expect(textsOf(back.after.snapshot)).toStrictEqual(all.flatMap(one => [one, one]))
      }),
      { numRuns: Math.ceil(numRuns / 20) },
    )
  })

  test('by a list in csv or xlsx, whatever else has the same compare key', async () => {
    const names = [...new Set([...unnormalised, ...rareNames])].map(one => one.trim())
    const rows = names.map((name, at) => ['县政府', `${name}登记`, `A-${at}`])
    const list = [['部门', '事项名称', '事项编码'], ...rows]
    const files = [csv('a.csv', list.map(row => row.join(',')).join('\n')), await workbook('a.xlsx', [{ name: '清单', rows: list }])]
    for (const file of files) {
      const taken = takeIn([file])
      expect(
        taken.of('item').map(one => one.name),
        file.name,
      ).toStrictEqual(names.map(name => `${name}登记`))
    }
    expect(compareKey('２５℃')).toBe(compareKey('25°C'))
  })
})

describe('[T3] forty rare names', () => {
  let ways = 0
  afterAll(() => process.stdout.write(`[T3] ${rareNames.length} rare names through ${ways} ways\n`))

  test('through import, edit, merge, file and checklists', async () => {
    expect([rareNames.length, new Set(rareNames).size]).toStrictEqual([40, 40])
    const list = await workbook('名称.xlsx', [{ name: '清单', rows: [['部门', '事项名称'], ...rareNames.map(name => ['县政府', name])] }])
    const taken = takeIn([list], { state: stateOf([documentElement]) })
    expect(taken.of('item').map(one => one.name)).toStrictEqual(rareNames)
    const base = taken.state.snapshot
    const [ours, theirs] = ['a', 'b'].map(prefix => {
      const session = sessionOf(base, prefix)
      taken.of('item').forEach(({ id, name }, at) => {
        const isMine = (at % 2 === 0) === (prefix === 'a')
        if (isMine) expect(session.run(setFields, { id, fields: { name: `${name}${name}`, note: name } }).ok).toBe(true)
      })
      return session.snapshot()
    })
    const merged = merge(base, ours ?? base, theirs ?? base)
    expect(merged.conflicts).toStrictEqual([])
    const both = apply(ours ?? base, deltaFrom('ours', merged))
    const named = (snapshot: Snapshot): readonly string[] => taken.of('item').map(({ id }) => snapshot.get(id)?.name ?? '')
    const doubled = rareNames.map(name => `${name}${name}`)
    expect(named(both)).toStrictEqual(doubled)
    const opened = readDocument(writeDocument(both))
    expect(opened.ok && named(opened.value.snapshot)).toStrictEqual(doubled)
    const back = takeBack([{ name: '清单.xlsx', bytes: await handOut(stateOf([...both.values()])) }], elsewhere)
    expect(named(back.after.snapshot)).toStrictEqual(doubled)
    ways = 5
  })
})

describe('[T4] traditional and simplified characters', () => {
  test('are found by either', () => {
    const names = bothScripts.flat()
    const index = searchIndex.build(snapshotOf(withTexts(names)))
    bothScripts.forEach(([traditional, written]) => {
      for (const query of [traditional, written])
        expect(
          search(index, query)
            .map(hit => hit.name)
            .sort(),
          query,
        ).toStrictEqual([traditional, written].sort())
    })
  })

  test('are never turned into each other, and never taken for the same', () => {
    expect(bothScripts).toHaveLength(20)
    const rows = bothScripts.flat().map(name => `县政府,${name}登记`)
    const taken = takeIn([csv('a.csv', `部门,事项名称\n${rows.join('\n')}`)])
    expect(taken.of('item').map(one => one.name)).toStrictEqual(bothScripts.flat().map(name => `${name}登记`))
    for (const [traditional, simplified] of bothScripts) expect(compareKey(traditional)).not.toBe(compareKey(simplified))
  })
})
