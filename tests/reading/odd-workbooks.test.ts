import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import { readTable } from '#imports/reading/read-table.ts'

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

const files = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap(name => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]))
    : []

const tables = files(join(root, 'xlsx')).filter(file => /\.(?:xlsx|xlsm|xltx|xls|xlsb|ods|csv|tsv|txt|et)$/iu.test(file))

/** Milliseconds after which a file counts as a hang; only a guard against endless work, not a measure of speed. */
const HANG = 30_000

test('[I5, I8] every odd workbook is read or refused with a code; none crashes or hangs', () => {
  if (tables.length === 0) {
    console.log('skipped: ../shared/data/xlsx is not here')
    return
  }
  const byFolder = new Map<string, Map<string, number>>()
  for (const file of tables) {
    const started = performance.now()
    const result = readTable(file, new Uint8Array(readFileSync(file)))
    expect(performance.now() - started, file).toBeLessThan(HANG)
    const folder = file.slice(root.length).split('/')[1] ?? ''
    const outcomes = byFolder.get(folder) ?? new Map<string, number>()
    byFolder.set(folder, outcomes)
    const outcome = result.ok ? 'read' : result.error.code
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (process.env['JINGWEI_LIST'] && !result.ok) console.log(outcome, JSON.stringify(result.error.values), file.slice(root.length))
  }
  for (const [folder, outcomes] of byFolder)
    console.log(`${folder}: ${Array.from(outcomes, ([outcome, count]) => `${outcome} ${count}`).join(', ')}`)
  expect(tables.length).toBeGreaterThan(250)
})

test('[I8] what we read from xlsx is what another reader reads', () => {
  let compared = 0
  const different: string[] = []
  for (const file of tables.filter(one => /\.xls[xm]$/iu.test(one))) {
    const bytes = new Uint8Array(readFileSync(file))
    const ours = readTable(file, bytes)
    if (!ours.ok || ours.value.format !== 'xlsx') continue
    const theirs = safely(() => read(bytes, { type: 'array' }))
    if (theirs === undefined) continue
    for (const sheet of ours.value.sheets) {
      const other = theirs.Sheets[sheet.name]
      if (other === undefined) continue
      for (const row of sheet.rows.slice(0, 2000))
        for (const [column, cell] of row.cells) {
          const twin = other[utils.encode_cell({ r: row.index, c: column })] as { readonly t?: string; readonly v?: unknown } | undefined
          compared++
          if (
            cell.type === 'text' &&
            (twin?.t !== 's' || String(twin.v).replaceAll(/\r\n?/gu, '\n') !== cell.text.replaceAll(/\r\n?/gu, '\n'))
          )
            different.push(
              `${file.slice(root.length)} ${sheet.name} ${row.index},${column}: ${JSON.stringify(cell.text).slice(0, 40)} / ${JSON.stringify(twin?.v ?? null).slice(0, 40)}`,
            )
        }
    }
  }
  console.log(`cells compared with a second reader: ${compared}, texts that differ: ${different.length}`)
  for (const one of different.slice(0, 30)) console.log(one)
  expect(different.length).toBeLessThanOrEqual(20)
})

function safely<T>(go: () => T): T | undefined {
  try {
    return go()
  } catch {
    // The second reader gives up on files that ours reads; then there is nothing to compare with.
    return undefined
  }
}
