import { kindOf } from '#model/kinds/index.ts'
import type { Row, Sheet } from '../../reading/workbook.ts'
import { nameRanks, subjects, synonyms } from './synonyms.ts'
import { between, guessField, headerKey, titleKeys, wordsFor } from './titles.ts'

/** A header found in a sheet: where it stands, what each column is called, and what kind of list it heads. */
export interface Header {
  readonly kind: string
  /** Index into `sheet.rows` of the first row below the header. */
  readonly firstData: number
  /** Zero-based column to header text. */
  readonly titles: ReadonlyMap<number, string>
  /** Zero-based column to field, `@…` for columns that are not fields. */
  readonly fields: ReadonlyMap<number, string>
  /** Title and note rows above. */
  readonly skipped: number
  /** How well it fits; ten for each column that is understood. */
  readonly score: number
}

/** What people decided about titles, for a kind: now on the command line, or in an earlier import. */
export type Decisions = (kind: string) => ReadonlyMap<string, string>

/** Rows from the top among which a header is looked for. */
const DEEPEST = 30

/** Kinds that lists of others are about. */
export const listed: readonly string[] = Object.keys(synonyms)

/** The best header of a sheet; undefined when no row names two columns that any of the kinds knows, one of them its name. */
export function findHeader(sheet: Sheet, decided: Decisions, kinds = listed): Header | undefined {
  let best: Header | undefined
  for (let index = 0; index < Math.min(DEEPEST, sheet.rows.length); index++) {
    const candidate = headerAt(sheet, index, decided, kinds)
    if (candidate && (best === undefined || candidate.score - index * 0.1 > best.score - best.skipped * 0.1)) best = candidate
  }
  return best
}

/** The best reading of a row, or of it and the next, as a header. */
export function headerAt(sheet: Sheet, index: number, decided: Decisions, kinds = listed): Header | undefined {
  const about = [
    sheet.name,
    ...sheet.rows.slice(Math.max(0, index - 3), index).flatMap(row => [...textsOf(row).values()].slice(0, 1)),
  ].join(' ')
  let best: Header | undefined
  for (const depth of [1, 2]) {
    const titles = titlesOf(sheet, index, depth)
    if (titles === undefined || titles.size === 0) continue
    // A single upper text is the title of the list, not of its columns.
    const isTwoRows = depth === 2 && textsOf(sheet.rows[index]).size > 1
    for (const kind of kinds) {
      const fields = fieldsOf(titles, kind, decided(kind))
      const score = fields && scoreOf(titles, fields, kind, about) + (isTwoRows ? 2 : -depth)
      if (score !== undefined && (best === undefined || score > best.score))
        best = { kind, firstData: index + depth, titles, fields: fields ?? new Map(), skipped: index, score }
    }
  }
  return best
}

/** Long texts are data or notes, not titles; what the sheet says it is about decides between kinds. */
function scoreOf(titles: ReadonlyMap<number, string>, fields: ReadonlyMap<number, string>, kind: string, about: string): number {
  const useful = new Set([...fields.values()].filter(field => field !== '@ignore')).size
  const long = [...titles.values()].filter(title => title.length > 40).length
  const isAbout = subjects.find(([, pattern]) => pattern.test(about))?.[0] === kind
  return useful * 10 - long * 5 + (isAbout ? 6 : 0) + (kind === 'item' ? 0.5 : 0)
}

/** Fields of columns; of two columns that fit a field, the surer one, on ties the left one, has it. */
function fieldsOf(
  titles: ReadonlyMap<number, string>,
  kind: string,
  decided: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> | undefined {
  const words = wordsFor(kind)
  const guesses = [...titles].flatMap(([column, title]) => {
    const key = titleKeys(title).find(one => decided.has(one))
    const guess = key === undefined ? guessField(title, words) : { field: decided.get(key) ?? '', rank: -1 }
    return guess === undefined ? [] : [{ column, title, ...guess }]
  })
  guesses.sort((a, b) => nameRank(a.field, a.title) - nameRank(b.field, b.title) || a.rank - b.rank || a.column - b.column)
  const taken = new Map<string, number>()
  const fields = new Map<number, string>()
  for (const { column, field } of guesses) {
    const isSpareName = field === 'name' && taken.has('name') && kind === 'item' && !guesses.some(one => one.field === '@group')
    const wanted = isSpareName ? '@group' : taken.has(field) ? second(field, kind) : field
    if (wanted === undefined || (taken.has(wanted) && wanted !== '@ignore')) continue
    fields.set(column, wanted)
    taken.set(wanted, column)
  }
  const useful = [...taken.keys()].filter(field => field !== '@ignore').length
  if (!taken.has('name') || useful + (taken.has('@ignore') ? 0.5 : 0) < Math.min(2, titles.size)) return undefined
  return new Map([...fields].sort(([a], [b]) => a - b))
}

/** Another column of the same meaning: a second department of an item is the one that implements it. */
const second = (field: string, kind: string): string | undefined =>
  field === '@ignore' ? '@ignore' : field === '@organisation' && kindOf(kind)?.fields['implementer'] ? 'implementer' : undefined

/** Finer names come first, so that the coarser ones become groups. */
function nameRank(field: string, title: string): number {
  if (field !== 'name') return 0
  const keys = titleKeys(title)
  const rank = nameRanks.findIndex(words => words.some(word => keys.includes(headerKey(word))))
  return rank < 0 ? nameRanks.length : rank
}

/** Titles of one or two rows; undefined when the second row is not one of lower titles. */
function titlesOf(sheet: Sheet, index: number, depth: number): ReadonlyMap<number, string> | undefined {
  const upper = textsOf(sheet.rows[index])
  if (depth === 1) return upper
  const lower = textsOf(sheet.rows[index + 1])
  const isUnder = (column: number): boolean => !upper.has(column) || (!upper.has(column + 1) && lower.has(column + 1))
  if (upper.size === 0 || lower.size === 0 || ![...lower.keys()].every(isUnder)) return undefined
  const titles = new Map<number, string>()
  let above = ''
  for (const column of [...new Set([...upper.keys(), ...lower.keys()])].sort((a, b) => a - b)) {
    above = upper.get(column) ?? above
    const below = lower.get(column)
    titles.set(column, below === undefined ? (upper.get(column) ?? '') : above === '' ? below : `${above}${between}${below}`)
  }
  return titles
}

/** Titles are one line, however they were broken to fit a column. */
function textsOf(row: Row | undefined): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [column, cell] of row?.cells ?? []) {
    const text = cell.text
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
      .trim()
    if (text !== '') texts.set(column, text)
  }
  return texts
}

/** Tells rows that repeat the header, as lists do on each page or after 「续表」, or say it again in another language. */
export function headerRepeats(sheet: Sheet, header: Header): (row: Row) => boolean {
  const parts = new Set([...header.titles.values()].flatMap(title => [title, ...title.split(between)]).map(headerKey))
  const words = wordsFor(header.kind)
  const below = sheet.rows[header.firstData]
  const name = [...header.fields].find(([, field]) => field === 'name')?.[0] ?? 0
  return row => {
    // Nearly every row is told by its first text.
    if (row !== below && !isPart(row, parts)) return false
    const keys = [...textsOf(row).values()].filter(text => text.length <= 60).map(headerKey)
    if (keys.length < 2) return false
    if (keys.every(key => parts.has(key))) return true
    if (row !== below) return false
    const isNumbering = keys.every(key => /^(?:\d{1,3}|[甲乙丙丁戊己庚辛壬癸]|必填|选填|非必填|可选)$/u.test(key))
    const known = keys.filter(key => words.has(key)).length
    return (
      isNumbering || known * 2 >= Math.max(4, keys.length) || (known >= 3 && words.get(headerKey(textsOf(row).get(name) ?? '')) === 'name')
    )
  }
}

function isPart(row: Row, parts: ReadonlySet<string>): boolean {
  for (const { text } of row.cells.values()) if (text.trim() !== '') return text.length <= 60 && parts.has(headerKey(text))
  return false
}
