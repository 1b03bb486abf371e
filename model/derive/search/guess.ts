import type { Block } from './block.ts'
import { type Match, syllablesIn, visitHolders } from './match.ts'

/** The share of a query's letter pairs that a name must have to be what may have been meant. */
const LEAST_SHARE = 0.6

/** A guess never stands beside a find; its score says only which guess is better. */
const BEST_GUESS = 99

/** Calls `visit` with every element whose name the query may have meant: letters left out or mistyped, or pinyin in part. */
export function visitGuesses(block: Block, query: string, visit: (index: number, match: Match) => void): void {
  if (/^[a-z]{2,}$/u.test(query)) visitAbbreviated(block, query, visit)
  else if (query.length > 2) visitSimilar(block, query, visit)
}

function visitSimilar(block: Block, query: string, visit: (index: number, match: Match) => void): void {
  const pairs = new Set(Array.from({ length: query.length - 1 }, (_, index) => query.slice(index, index + 2)))
  const shared = new Uint8Array(block.elements.length)
  for (const pair of pairs)
    visitHolders(block.columns.names, pair, index => {
      shared[index] = (shared[index] ?? 0) + 1
    })
  for (const [index, count] of shared.entries()) {
    const share = count / pairs.size
    if (share >= LEAST_SHARE) visit(index, { score: Math.round(BEST_GUESS * share), in: 'name' })
  }
}

/** Finds 农村集体 for `nongcjt`: each syllable from somewhere on given in full or in part. */
function visitAbbreviated(block: Block, query: string, visit: (index: number, match: Match) => void): void {
  const start = query.slice(0, 2)
  const begun = new Set<number>()
  // Its first two letters begin one syllable, or each its own.
  for (const column of [block.columns.initials, block.columns.reading]) visitHolders(column, start, index => begun.add(index))
  for (const index of begun) {
    const at = abbreviationIn(syllablesIn(block, index), query)
    if (at !== undefined) visit(index, { score: BEST_GUESS - Math.min(at, BEST_GUESS), in: 'pinyin' })
  }
}

/** The syllable from which on the query abbreviates the reading. */
function abbreviationIn(syllables: readonly string[], query: string): number | undefined {
  for (let start = 0; start < syllables.length; start++) if (abbreviates(query, syllables, start)) return start
  return undefined
}

function abbreviates(query: string, syllables: readonly string[], start: number): boolean {
  // Every place that the query may have come to: `xian` is 先 in full, or 西 in full and the beginning of 安.
  let places: readonly number[] = [0]
  for (let at = start; at < syllables.length && places.length > 0; at++) {
    const next = new Set<number>()
    const syllable = syllables[at] ?? ''
    for (const place of places)
      for (let taken = 1; taken <= syllable.length && query[place + taken - 1] === syllable[taken - 1]; taken++) next.add(place + taken)
    if (next.has(query.length)) return true
    places = [...next]
  }
  return false
}
