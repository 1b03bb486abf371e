import { compareKey } from '../base/text.ts'
import type { Delta } from '../document/delta.ts'
import type { Snapshot } from '../document/snapshot.ts'
import type { Element, ElementId } from '../schema/element.ts'
import type { Index } from './define-index.ts'
import { bestOf, type Found } from './search/best-of.ts'
import { type Block, BLOCKS, blockNumberOf, blockOf, changedBlock, type ColumnName } from './search/block.ts'
import { foldForSearch } from './search/fold-name.ts'
import { visitGuesses } from './search/guess.ts'
import { bestMatch, type FoundIn, type Match, matchFirstIn, type Term, termOf, visitHolders } from './search/match.ts'
import { searchTextsOf } from './search/search-texts.ts'

/** The words of a document, ready to be searched. */
export type SearchIndex = readonly (Block | undefined)[]

/**
 * Not among the lookups of every document: it costs a second at a hundred thousand elements, and only who searches needs it.
 * Build it at the first search and update it with each delta from then on.
 */
export const searchIndex: Index<SearchIndex> = {
  id: 'search',
  build(snapshot: Snapshot) {
    const entries: Parameters<typeof blockOf>[0][number][][] = Array.from({ length: BLOCKS }, () => [])
    for (const element of snapshot.values()) {
      const texts = searchTextsOf(element)
      if (texts) entries[blockNumberOf(element.id)]?.push([element, texts])
    }
    return entries.map(some => (some.length > 0 ? blockOf(some) : undefined))
  },
  update(current: SearchIndex, delta: Delta) {
    const changes = new Map<number, Map<ElementId, readonly [Element | undefined, Element | undefined]>>()
    for (const [id, change] of delta) {
      const block = changes.get(blockNumberOf(id)) ?? new Map()
      changes.set(blockNumberOf(id), block.set(id, change))
    }
    const blocks = [...current]
    for (const [block, some] of changes) blocks[block] = changedBlock(current[block], some)
    return blocks
  },
}

export interface SearchOptions {
  /** Kinds to look among; all by default. */
  readonly kinds?: readonly string[]
  /** How many hits to give, 50 by default. */
  readonly limit?: number
}

/** An element that a query found, where in it, and how well. */
export interface Hit {
  readonly element: ElementId
  readonly kind: string
  readonly code?: string
  readonly name: string
  readonly in: FoundIn
  /** Higher is better. */
  readonly score: number
}

const LIMIT = 50

/**
 * Finds elements by name, code, synonym, pinyin, initials or any other text, best first. Words apart must all be found. What
 * nothing contains is guessed at: a letter mistyped or left out, pinyin in part. Simplified and traditional find each other.
 */
export function search(index: SearchIndex, query: string, { kinds, limit = LIMIT }: SearchOptions = {}): Hit[] {
  const terms = termsIn(query)
  const [longest] = terms
  if (longest === undefined) return []
  const best = bestOf(limit)
  for (const [column, most] of longest.columns) {
    // The other words may be names that are found whole. Finds that are no better than all there is room for are not looked at.
    const reachable = (most + 1000 * (terms.length - 1)) / terms.length
    visitBlocks(index, kinds, (block, isWanted) => {
      if (reachable <= best.least()) return
      visitHolders(block.columns[column], longest.text, at => {
        const match = isWanted(at) ? matchOfAll(block, at, terms, column) : undefined
        if (match) best.add(block.elements[at], match)
      })
    })
  }
  if (best.isEmpty())
    visitBlocks(index, kinds, (block, isWanted) =>
      visitGuesses(block, terms.map(term => term.text).join(''), (at, match) => {
        if (isWanted(at)) best.add(block.elements[at], match)
      }),
    )
  return best.found().map(hitOf)
}

/** The words of a query, longest first, folded like the texts; control characters would meet our marks. */
function termsIn(query: string): Term[] {
  const words = compareKey(query)
    .split(' ')
    .map(word => foldForSearch(word).replace(/\p{Cc}/gu, ''))
  const different = [...new Set(words)].filter(word => word !== '')
  return different.sort((a, b) => b.length - a.length).map(termOf)
}

const hitOf = ({ element: { id, kind, code, name }, match }: Found): Hit => ({
  element: id,
  kind,
  ...(code === undefined ? {} : { code }),
  name,
  in: match.in,
  score: match.score,
})

function visitBlocks(
  index: SearchIndex,
  kinds: readonly string[] | undefined,
  visit: (block: Block, isWanted: (at: number) => boolean) => void,
): void {
  for (const block of index)
    if (block) visit(block, kinds === undefined ? () => true : at => kinds.includes(block.elements[at]?.kind ?? ''))
}

/**
 * Every word must be found; the score is their mean, and the place that of the longest. An element that has the longest in
 * several columns counts in the best of them.
 */
function matchOfAll(block: Block, at: number, terms: readonly Term[], column: ColumnName): Match | undefined {
  let first: Match | undefined
  let sum = 0
  for (const term of terms) {
    const match: Match | undefined = first ? bestMatch(block, at, term) : matchFirstIn(block, at, term, column)
    if (match === undefined) return undefined
    first ??= match
    sum += match.score
  }
  if (first === undefined || terms.length === 1) return first
  return { score: Math.round(sum / terms.length), in: first.in }
}
