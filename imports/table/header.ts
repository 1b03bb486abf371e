import { compareKey } from '#model/base/text.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Cell, Row, Sheet } from '../tabular/workbook.ts'
import { synonyms } from './synonyms.ts'

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
}

/** Rows from the top among which a header is looked for. */
const DEEPEST = 30

/** The compare key of a header: no blanks, marks, units or brackets, so that `*事项 名称（必填）` is `事项名称`. */
export function headerKey(text: string): string {
  return compareKey(text)
    .replaceAll(/[(（[【].*?[)）\]】]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const known = new Map<string, ReadonlyMap<string, string>>()

/** Header keys of a kind: labels of its fields, and the words others use for them. */
function wordsFor(kind: string): ReadonlyMap<string, string> {
  const found = known.get(kind)
  if (found) return found
  const words = new Map<string, string>()
  for (const [field, declared] of Object.entries(kindOf(kind)?.fields ?? {})) words.set(headerKey(declared.label), field)
  for (const [field, texts] of Object.entries(synonyms[kind] ?? {})) for (const text of texts) words.set(headerKey(text), field)
  known.set(kind, words)
  return words
}

/** The best header of a sheet; undefined when no row names two columns that any kind knows, one of them its name. */
export function findHeader(
  sheet: Sheet,
  map: ReadonlyMap<string, string>,
  kinds: readonly string[] = Object.keys(synonyms),
): Header | undefined {
  let best: { header: Header; score: number } | undefined
  for (let index = 0; index < Math.min(DEEPEST, sheet.rows.length); index++)
    for (const depth of [1, 2])
      for (const kind of kinds) {
        const candidate = headerAt(sheet, index, depth, kind, map)
        if (candidate && (best === undefined || candidate.score > best.score)) best = candidate
      }
  return best?.header
}

function headerAt(
  sheet: Sheet,
  index: number,
  depth: number,
  kind: string,
  map: ReadonlyMap<string, string>,
): { header: Header; score: number } | undefined {
  if (index + depth > sheet.rows.length) return undefined
  const titles = titlesOf(sheet, index, depth)
  const words = wordsFor(kind)
  const fields = new Map<number, string>()
  const taken = new Set<string>()
  for (const [column, title] of titles) {
    const field = fieldFor(title, words, map)
    if (field === undefined || (taken.has(field) && field !== '@ignore')) continue
    fields.set(column, field)
    taken.add(field)
  }
  const useful = [...taken].filter(field => field !== '@ignore').length
  if (!taken.has('name') || useful + (taken.has('@ignore') ? 0.5 : 0) < Math.min(2, titles.size)) return undefined
  // Long texts are data or notes, not titles; a second header row counts only where it names more.
  const long = [...titles.values()].filter(title => title.length > 40).length
  const score = useful * 10 - long * 5 - depth - index * 0.1 + (kind === 'item' ? 0.5 : 0)
  return { header: { kind, firstData: index + depth, titles, fields, skipped: index }, score }
}

/** A title is looked up whole, then by its lower row, then by its parts around `/`. */
function fieldFor(title: string, words: ReadonlyMap<string, string>, map: ReadonlyMap<string, string>): string | undefined {
  const parts = [title, ...title.split(/[\n/|]/u).reverse()].map(headerKey).filter(key => key !== '')
  for (const key of parts) {
    const field = map.get(key) ?? words.get(key)
    if (field !== undefined) return field
  }
  return undefined
}

/** Titles of one or two rows; an upper title stretches over the merged or empty cells to its right. */
function titlesOf(sheet: Sheet, index: number, depth: number): Map<number, string> {
  const upper = textsOf(sheet.rows[index])
  if (depth === 1) return upper
  const lower = textsOf(sheet.rows[index + 1])
  const titles = new Map<number, string>()
  let above = ''
  for (const column of [...new Set([...upper.keys(), ...lower.keys()])].sort((a, b) => a - b)) {
    above = upper.get(column) ?? above
    const below = lower.get(column)
    titles.set(
      column,
      below === undefined ? (upper.get(column) ?? '') : upper.get(column) === undefined && above === '' ? below : `${above}\n${below}`,
    )
  }
  return titles
}

function textsOf(row: Row | undefined): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [column, cell] of row?.cells ?? new Map<number, Cell>()) if (cell.text.trim() !== '') texts.set(column, cell.text.trim())
  return texts
}

/** Whether a row repeats the header, as lists do on each page or after 「续表」. */
export function repeatsHeader(row: Row, { titles }: Header): boolean {
  const texts = textsOf(row)
  if (texts.size < 2) return false
  const all = new Set(Array.from(titles.values(), headerKey))
  const parts = new Set(Array.from(titles.values()).flatMap(title => title.split('\n').map(headerKey)))
  return [...texts.values()].every(text => all.has(headerKey(text)) || parts.has(headerKey(text)))
}
