import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportInput } from '#imports/define-importer.ts'
import { importers } from '#imports/index.ts'
import { breachesOf } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import { wordingOf } from '#model/wording/index.ts'
import { text } from '#words/index.ts'
import { stateOf, workedModel } from '../checklists/handed-out.ts'

const data = '../shared/data/xlsx'

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap(name =>
        statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)],
      )
    : []

const files = filesBelow(data).filter(file => /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv)$/iu.test(file))

if (files.length === 0) process.stdout.write('skipped: no workbooks of others beside the project, so none is taken in\n')

/** Milliseconds after which a file counts as a hang. */
const HANG = 10_000

const state = stateOf(workedModel())

let next = 0

/** What taking a file in comes to: `imported`, or the code it is refused with, whose sentence a clerk can read. */
function answerTo(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const input: ImportInput = {
    name,
    files: [{ name, bytes: new Uint8Array(readFileSync(file)) }],
    state,
    wording: wordingOf(state),
    newId: () => `odd-${next++}`,
    map: new Map(),
    partial: true,
    removals: false,
    takeSheet: false,
  }
  const importer = importers.find(one => one.sniff(input))
  if (importer === undefined) return 'nothing-recognised'
  const result = importer.read(input)
  if (!result.ok) {
    expect(text(`import/${result.error.code}`, { ...result.error.values }), file).toMatch(/\p{Script=Han}{4,}/u)
    return result.error.code
  }
  const { delta, refused, warnings, read } = result.value
  expect(breachesOf(apply(state.snapshot, delta)), file).toEqual([])
  for (const { code, values } of refused) expect(text(`import/${code}`, values), `${file} ${code}`).not.toBe('')
  for (const { code, values } of warnings) expect(text(`import/${code}`, values), `${file} ${code}`).not.toBe('')
  // Nothing goes silently: every row became an element, was refused, was skipped for a reason that is counted, or was known before.
  const total = Object.values(read).reduce((sum, one) => sum + one, 0)
  expect(total, file).toBeGreaterThan(0)
  return refused.length > 0 ? 'imported in part' : 'imported'
}

test.skipIf(files.length === 0)('[I5, I8] every workbook of others is imported or refused with a sentence', { timeout: 300_000 }, () => {
  const table = new Map<string, Map<string, number>>()
  let slowest = { file: '', time: 0 }
  for (const file of files) {
    const folder = file.slice(data.length + 1).split('/')[0] ?? ''
    const started = performance.now()
    const answer = answerTo(file)
    const time = performance.now() - started
    if (time > slowest.time) slowest = { file, time }
    const answers = table.get(folder) ?? new Map<string, number>()
    table.set(folder, answers.set(answer, (answers.get(answer) ?? 0) + 1))
  }
  const lines = Array.from(table, ([folder, answers]) => {
    const all = [...answers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([answer, count]) => `${answer} ${count}`)
    return `  ${folder}: ${[...answers.values()].reduce((sum, one) => sum + one, 0)} = ${all.join(', ')}`
  })
  process.stdout.write(`workbooks of others, ${files.length}, slowest ${Math.round(slowest.time)} ms\n${lines.join('\n')}\n`)
  expect(slowest.time).toBeLessThan(HANG)
  expect(files.length).toBeGreaterThan(300)
})
