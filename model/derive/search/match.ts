import { type Block, type Column, type ColumnName, partOf } from './block.ts'
import { LENGTHS_FROM, marks } from './search-texts.ts'

/** Where in an element a query was found. */
export type FoundIn = 'name' | 'code' | 'alias' | 'pinyin' | 'text'

/** A match and how good it is; higher is better. */
export interface Match {
  readonly score: number
  readonly in: FoundIn
}

interface Scores {
  readonly in: FoundIn
  /** The text is the query, begins with it, or holds it. */
  readonly whole: number
  readonly start: number
  readonly inside: number
}

const scores: { readonly [mark: number]: Scores } = {
  [marks.name]: { in: 'name', whole: 1000, start: 850, inside: 600 },
  [marks.code]: { in: 'code', whole: 980, start: 800, inside: 500 },
  [marks.alias]: { in: 'alias', whole: 900, start: 750, inside: 550 },
  [marks.reading]: { in: 'pinyin', whole: 390, start: 350, inside: 240 },
  [marks.initials]: { in: 'pinyin', whole: 380, start: 340, inside: 230 },
}

/** Every letter that a text has more than the query costs one, up to this many. */
const MOST_LETTERS = 99

const inBody: Match = { score: 100, in: 'text' }

/** The columns, best first, with the best score that a match in each can have. */
const columns: readonly (readonly [ColumnName, number])[] = [
  ['names', 1000],
  ['reading', 390],
  ['initials', 380],
  ['body', inBody.score],
]

/** A word of a query, and the columns it can stand in, best first. */
export interface Term {
  readonly text: string
  readonly columns: typeof columns
}

/** Only letters and digits can be meant as pinyin, and one letter is an initial. */
export function termOf(text: string): Term {
  const isLatin = /^[a-z0-9]+$/u.test(text)
  const canBeIn = (column: ColumnName): boolean =>
    column === 'names' || column === 'body' || (isLatin && (column === 'initials' || text.length > 1))
  return { text, columns: columns.filter(([column]) => canBeIn(column)) }
}

/** Calls `visit` with every element of a column that contains the term, once each. */
export function visitHolders({ text, starts }: Column, term: string, visit: (index: number) => void): void {
  let index = 0
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, starts[index + 1])) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index++
    visit(index)
  }
}

/** The match of a term in the best column that holds it. */
export function bestMatch(block: Block, index: number, { text, columns }: Term): Match | undefined {
  for (const [column] of columns) {
    const match = matchIn(block, column, index, text)
    if (match) return match
  }
  return undefined
}

/** The match of a term in this column, which holds it, unless a better column holds it too. */
export function matchFirstIn(block: Block, index: number, { text, columns }: Term, column: ColumnName): Match | undefined {
  for (const [better] of columns) {
    if (better === column) break
    if (matchIn(block, better, index, text)) return undefined
  }
  return column === 'body' ? inBody : matchIn(block, column, index, text)
}

/** The best match of a term in one column of an element. */
function matchIn(block: Block, column: ColumnName, index: number, term: string): Match | undefined {
  // Cut out first: searching on in the whole column would run past the element to the next that holds the term.
  const text = partOf(block.columns[column], index)
  if (column === 'body') return text.includes(term) ? inBody : undefined
  let best: Match | undefined
  for (let at = text.indexOf(term); at >= 0; ) {
    const start = markBefore(text, at)
    const end = markAfter(text, at)
    const match =
      column !== 'reading' || beginsSyllable(text, at - start - 1, end)
        ? scored(scores[text.charCodeAt(start)], end - start - 1, at - start - 1, term)
        : undefined
    if (match && (best === undefined || match.score > best.score)) best = match
    // In one text the first match is the best; in a reading it may be none.
    at = text.indexOf(term, match ? end : at + 1)
  }
  return best
}

function scored(known: Scores | undefined, length: number, offset: number, term: string): Match | undefined {
  if (known === undefined) return undefined
  const more = Math.min(MOST_LETTERS, length - term.length)
  return { score: more === 0 ? known.whole : (offset === 0 ? known.start : known.inside) - more, in: known.in }
}

const isMark = (code: number): boolean => code < LENGTHS_FROM

function markBefore(text: string, at: number): number {
  let place = at - 1
  while (place > 0 && !isMark(text.charCodeAt(place))) place--
  return place
}

function markAfter(text: string, at: number): number {
  let place = at
  while (place < text.length && !isMark(text.charCodeAt(place))) place++
  return place
}

/** Whether a syllable begins this far into a reading; `angc` is not found in `fangchan`. The lengths stand behind it. */
function beginsSyllable(text: string, offset: number, readingEnd: number): boolean {
  let begin = 0
  for (let at = readingEnd + 1; at < text.length && begin < offset; at++) begin += text.charCodeAt(at) - LENGTHS_FROM
  return begin === offset
}

/** The syllables of an element's name. */
export function syllablesIn(block: Block, index: number): string[] {
  const text = partOf(block.columns.reading, index)
  const end = markAfter(text, 1)
  const syllables: string[] = []
  let begin = 1
  for (let at = end + 1; at < text.length; at++) {
    const length = text.charCodeAt(at) - LENGTHS_FROM
    syllables.push(text.slice(begin, begin + length))
    begin += length
  }
  return syllables
}
