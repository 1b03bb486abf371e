import { afterAll, describe, expect, test } from 'vitest'
import { read, utils, type WorkSheet } from 'xlsx'
import type { ImportInput, SourceFile } from '#imports/define-importer.ts'
import { importers } from '#imports/index.ts'
import { carriedText } from '#imports/reading/cells/carried-text.ts'
import { readTable } from '#imports/reading/read-table.ts'
import type { Workbook } from '#imports/reading/workbook.ts'
import { breachesOf } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import { decode } from '#model/file/journal.ts'
import { readDocument } from '#model/file/read.ts'
import { applyDelta } from '#model/operations/index.ts'
import { wordingOf } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import { stateOf } from '../checklists/handed-out.ts'
import { content } from '../support/arbitraries.ts'
import { sessionOf } from '../support/random-edits.ts'
import { mutant } from './mutants.ts'
import { containers, journals, tableSeeds } from './seeds.ts'

/** Mutants of each seed: a hundred at full size, which makes 500 per format and 2,500 in all. Source: reliability §5.5. */
const MUTANTS = process.env['JINGWEI_FULL'] ? 100 : 12

/** Milliseconds after which a file counts as a hang. */
const HANG = 5_000

interface Tally {
  mutants: number
  refused: number
  read: number
  slowest: number
  compared: number
}

const tallies = new Map<string, Tally>()

afterAll(() => {
  for (const [format, { mutants, refused, read: taken, slowest, compared }] of tallies)
    process.stdout.write(
      `[§6] ${format}: ${mutants} mutants, ${refused} refused, ${taken} read, ${compared} texts as a second reader has them, slowest ${Math.round(slowest)} ms\n`,
    )
})

/** Runs every mutant of five seeds and counts them; `judge` says whether it was refused, and throws where something is wrong. */
function each<Seed>(format: string, seeds: readonly Seed[], judge: (seed: Seed, number: number, tally: Tally) => 'refused' | 'read'): void {
  const tally: Tally = { mutants: 0, refused: 0, read: 0, slowest: 0, compared: 0 }
  tallies.set(format, tally)
  seeds.forEach((seed, at) => {
    for (let number = 0; number < MUTANTS; number++) {
      const started = performance.now()
      tally[judge(seed, at * 1000 + number, tally)]++
      const took = performance.now() - started
      expect(took, `${format} ${at} ${number}`).toBeLessThan(HANG)
      tally.slowest = Math.max(tally.slowest, took)
      tally.mutants++
    }
  })
  expect(tally.mutants).toBe(5 * MUTANTS)
  // Neither of the two outcomes may swallow the other: then the mischief would be too coarse or too fine to test anything.
  expect(tally.refused).toBeGreaterThan(0)
}

describe('[I1, I8] changed files are refused with a code or read like everyone reads them', () => {
  test.each(Object.entries(tableSeeds))('%s', { timeout: 900_000 }, (format, seeds) => {
    each(format, seeds, ({ name, bytes }, number, tally) => {
      const file = { name, bytes: mutant(bytes, number) }
      const table = readTable(name, file.bytes)
      expect(imported(file)).toBe(true)
      if (!table.ok) {
        expect(text(`import/${table.error.code}`), table.error.code).toMatch(/\p{Script=Han}{3,}/u)
        return 'refused'
      }
      if (format === 'csv') expect(gridsOf(rewritten(table.value))).toStrictEqual(gridsOf(table.value))
      else tally.compared += sameTexts(table.value, file.bytes, `${name} ${number}`)
      return 'read'
    })
    if (format !== 'csv') expect(tallies.get(format)?.compared, 'texts compared with a second reader').toBeGreaterThan(50)
  })

  test('jw', { timeout: 300_000 }, () => {
    each('jw', containers, ({ snapshot, bytes }, number) => {
      const opened = readDocument(mutant(bytes, number))
      if (opened.ok) expect(content(opened.value.snapshot)).toStrictEqual(content(snapshot))
      else expect(text(`file/${opened.error.code}`)).not.toBe('')
      return opened.ok ? 'read' : 'refused'
    })
  })

  test('json, as the journal keeps it', { timeout: 300_000 }, () => {
    each('json', journals, ({ before, payload }, number) => {
      const changed = new TextDecoder().decode(mutant(new TextEncoder().encode(payload), number))
      const delta = decode(changed, before)
      if (!delta.ok) return 'refused'
      const session = sessionOf(before)
      const done = session.run(applyDelta, { delta: delta.value })
      expect(breachesOf(session.snapshot())).toStrictEqual([])
      if (!done.ok) expect(content(session.snapshot())).toStrictEqual(content(before))
      return done.ok ? 'read' : 'refused'
    })
  })
})

const state = stateOf([{ id: 'd', kind: 'document', name: '空' }])

let next = 0

/** Whether importers answer the file with a value, and never with a document that is not whole. */
function imported(file: SourceFile): boolean {
  const input: ImportInput = {
    name: '清单',
    files: [file],
    state,
    wording: wordingOf(state),
    newId: () => `m${next++}`,
    map: new Map(),
    partial: true,
    removals: false,
    takeSheet: false,
  }
  const importer = importers.find(one => one.sniff(input))
  const result = importer?.read(input)
  if (result?.ok) expect(breachesOf(apply(state.snapshot, result.value.delta))).toStrictEqual([])
  else if (result) expect(text(`import/${result.error.code}`)).not.toBe('')
  return true
}

/** Our cells as they are, by sheet. */
const gridsOf = ({ sheets }: Workbook): unknown =>
  sheets.map(({ rows }) => rows.map(({ cells }) => Array.from(cells, ([column, cell]) => [column, cell.text])))

/** What was read of a text file, written carefully and read again. */
function rewritten({ sheets }: Workbook): Workbook {
  const rows = sheets[0]?.rows ?? []
  const width = sheets[0]?.usedColumns ?? 0
  const lines = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => `"${guarded(cells.get(column)?.text ?? '').replaceAll('"', '""')}"`).join(','),
  )
  const again = readTable('again.csv', new TextEncoder().encode(`sep=,\n${lines.join('\n')}\n`))
  if (!again.ok) throw new Error(again.error.code)
  return again.value
}

const guarded = (one: string): string => (/^'*[=+\-@\t\r＝＋－＠]/u.test(one) ? `'${one}` : one)

/** Compares our texts with those of a second reader where that reads the file too; gives how many. */
function sameTexts({ sheets }: Workbook, bytes: Uint8Array, what: string): number {
  const theirs = secondReading(bytes)
  let compared = 0
  for (const { name, rows } of sheets) {
    const other = theirs?.[name]
    if (other === undefined) continue
    for (const { index, cells } of rows)
      for (const [column, cell] of cells) {
        const twin = other[utils.encode_cell({ r: index, c: column })] as { readonly t?: string; readonly v?: unknown } | undefined
        if (cell.type !== 'text' || twin?.t !== 's') continue
        expect(plain(cell.text), `${what} ${name} ${index},${column}`).toBe(plain(carriedText(String(twin.v))))
        compared++
      }
  }
  return compared
}

const plain = (one: string): string => one.replaceAll(/\r\n?/gu, '\n')

function secondReading(bytes: Uint8Array): { readonly [sheet: string]: WorkSheet } | undefined {
  try {
    return read(bytes, { type: 'array' }).Sheets
  } catch {
    // The second reader gives up where ours reads; then there is nothing to compare with.
    return undefined
  }
}
