import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { read, SSF, utils } from 'xlsx'
import { carriedText } from './cells/carried-text.ts'
import { shownBy } from './cells/date-format.ts'
import { numberText } from './cells/number-text.ts'
import { readTable } from './read-table.ts'
import type { Cell, Workbook } from './workbook.ts'

const data = '../shared/data'

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap(name =>
        statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)],
      )
    : []

const files = ['xlsx', 'who-dak-immz', 'gov']
  .flatMap(folder => filesBelow(join(data, folder)))
  .filter(file => /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv)$/iu.test(file))

/** Milliseconds after which a file counts as a hang. */
const HANG = 5000

const folderOf = (file: string): string =>
  file
    .slice(data.length + 1)
    .split('/')
    .slice(0, 2)
    .join('/')

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file))

test.skipIf(files.length === 0)('[I5, I8] every workbook others made is read or refused with a code; none throws or hangs', () => {
  const table = new Map<string, Map<string, number>>()
  const refused: string[] = []
  let slowest = { file: '', time: 0 }
  for (const file of files) {
    const bytes = bytesOf(file)
    const started = performance.now()
    const result = readTable(file, bytes)
    const time = performance.now() - started
    if (time > slowest.time) slowest = { file, time }
    const outcomes = table.get(folderOf(file)) ?? new Map<string, number>()
    table.set(folderOf(file), outcomes)
    const outcome = result.ok ? 'read' : result.error.code
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (!result.ok) refused.push(`  ${outcome}: ${file.slice(data.length + 1)}`)
    else expectWhole(result.value, file)
  }
  for (const [folder, outcomes] of table)
    console.log(`${folder}: ${Array.from(outcomes, ([code, count]) => `${code} ${count}`).join(', ')}`)
  console.log([`${files.length} workbooks; slowest ${Math.round(slowest.time)} ms (${slowest.file}); refused:`, ...refused].join('\n'))
  expect(slowest.time).toBeLessThan(HANG)
  expect(files.length).toBeGreaterThan(300)
  // Encrypted, empty, not well-formed, without a workbook, in an encoding of other countries, or without end.
  expect(refused.length).toBeLessThanOrEqual(12)
})

/** What the types promise and cannot say. */
function expectWhole({ sheets }: Workbook, file: string): void {
  for (const { rows, usedColumns, counts, merges } of sheets) {
    expect(
      rows.every(({ index, cells }, at) => cells.size > 0 && index > (rows[at - 1]?.index ?? -1)),
      file,
    ).toBe(true)
    expect(
      rows.every(({ cells }) => [...cells.keys()].every((column, at, all) => column > (all[at - 1] ?? -1))),
      file,
    ).toBe(true)
    expect(Math.max(0, ...rows.map(({ cells }) => Math.max(...cells.keys()) + 1)), file).toBe(usedColumns)
    expect(
      rows.reduce((sum, { cells }) => sum + cells.size, 0),
      file,
    ).toBe(counts.cells)
    expect(
      merges.every(({ right }) => right < usedColumns),
      file,
    ).toBe(true)
  }
}

interface Twin {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: string
}

/** Why a cell may differ from what SheetJS reads; undefined where it does not, `wrong` where nothing explains it. */
function difference(cell: Cell | undefined, twin: Twin | undefined, uses1904: boolean): string | undefined {
  const isNothing = twin === undefined || twin.t === 'z' || twin.v === undefined || twin.v === ''
  if (cell === undefined) return isNothing ? undefined : 'wrong'
  // SheetJS leaves out covered cells, and values of an ods that stand there without a text.
  if (isNothing) return 'read by us only'
  switch (twin.t) {
    case 's':
      return textDifference(cell.text, typeof twin.v === 'string' ? twin.v : '')
    case 'b':
      return cell.text === (twin.v === true ? 'TRUE' : 'FALSE') ? undefined : 'wrong'
    case 'e':
      return cell.type === 'error' ? undefined : 'wrong'
    default:
      return numberDifference(cell, Number(twin.v), twin.z ?? '', uses1904)
  }
}

function textDifference(ours: string, theirs: string): string | undefined {
  const [a, b] = [ours, carriedText(theirs)].map(text => text.replaceAll(/\r\n?/gu, '\n'))
  if (a === b) return undefined
  // SheetJS takes one run of several, or leaves out blanks that the file keeps.
  if (a !== undefined && b !== undefined && a.length > b.length && a.startsWith(b)) return 'they lose a run of rich text'
  return a?.replaceAll(/\s/gu, '') === b?.replaceAll(/\s/gu, '') ? 'white space' : 'wrong'
}

function numberDifference(cell: Cell, value: number, format: string, uses1904: boolean): string | undefined {
  if (cell.type === 'number') return cell.text === numberText(String(value)) ? undefined : 'wrong'
  if (cell.type !== 'date') return 'wrong'
  const shown = (code: string): string => SSF.format(code, value, { date1904: uses1904 })
  if (['yyyy-mm-dd', 'yyyy-mm-dd"T"hh:mm:ss', 'hh:mm:ss', '[hh]:mm:ss'].map(shown).includes(cell.text)) return undefined
  // Half a second is one for us, as for Excel, and none for them.
  if (Math.abs(((value * 86_400) % 1) - 0.5) < 0.01) return 'half a second'
  return shownBy(format) === 'number' ? 'a date that they give as a number' : 'wrong'
}

interface Compared {
  readonly compared: number
  /** Sentences that begin with the kind of a difference. */
  readonly differences: readonly string[]
}

function compareWithAnother(file: string): Compared {
  const bytes = bytesOf(file)
  const ours = readTable(file, bytes)
  const theirs = ours.ok ? readByAnother(bytes) : undefined
  if (!ours.ok || theirs === undefined) return { compared: 0, differences: [] }
  const uses1904 = theirs.Workbook?.WBProps?.date1904 === true
  const places = ours.value.sheets.flatMap(({ name, rows }) => {
    const other = theirs.Sheets[name]
    return other === undefined ? [] : placesOf(rows, other['!ref']).map(place => ({ ...place, name, other }))
  })
  const differences = places.flatMap(({ r, c, cell, name, other }) => {
    const address = utils.encode_cell({ r, c })
    const twin = other[address] as Twin | undefined
    const kind = difference(cell, twin, uses1904)
    const shown = [cell, { t: twin?.t, v: twin?.v, z: twin?.z }].map(one => JSON.stringify(one)?.slice(0, 90)).join(' / ')
    return kind === undefined ? [] : [`${kind}: ${file.slice(data.length + 1)} ${name} ${address}: ${shown}`]
  })
  return { compared: places.length, differences }
}

test.skipIf(files.length === 0)('[I8] cells are those a second reader finds', () => {
  const all = files.filter(one => !/\.(?:csv|tsv)$/iu.test(one)).map(compareWithAnother)
  const compared = all.reduce((sum, one) => sum + one.compared, 0)
  const differences = all.flatMap(one => one.differences)
  console.log([`${compared} places compared with SheetJS; ${differences.length} differ:`, ...differences.slice(0, 40)].join('\n  '))
  expect(differences.filter(one => one.startsWith('wrong'))).toStrictEqual([])
  expect(differences.length).toBeLessThanOrEqual(15)
  expect(compared).toBeGreaterThan(20_000)
})

/** Every place that either has a cell at, within the first rows. */
function placesOf(
  rows: Workbook['sheets'][number]['rows'],
  reference: string | undefined,
): { r: number; c: number; cell: Cell | undefined }[] {
  const range = utils.decode_range(reference ?? 'A1')
  const byRow = new Map(rows.map(row => [row.index, row.cells] as const))
  const places: { r: number; c: number; cell: Cell | undefined }[] = []
  for (let r = 0; r <= Math.min(range.e.r, 1000); r++)
    for (let c = 0; c <= Math.min(range.e.c, 200); c++) places.push({ r, c, cell: byRow.get(r)?.get(c) })
  for (const { index, cells } of rows)
    for (const [c, cell] of cells) if (index > range.e.r || c > range.e.c) places.push({ r: index, c, cell })
  return places
}

function readByAnother(bytes: Uint8Array): ReturnType<typeof read> | undefined {
  try {
    return read(bytes, { type: 'array', cellNF: true, cellDates: false, cellText: false })
  } catch {
    // The second reader gives up on files that ours reads; then there is nothing to compare with.
    return undefined
  }
}

if (files.length === 0) console.log(`skipped: ${data} is not here`)
