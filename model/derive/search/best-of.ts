import { codeUnitCompare } from '../../base/text.ts'
import type { Element } from '../../schema/element.ts'
import type { Match } from './match.ts'

/** A found element with its match. */
export interface Found {
  readonly element: Element
  readonly match: Match
}

/** The best finds so far; the rest is forgotten at once, so that fifty thousand finds cost no sorting. */
export interface BestOf {
  readonly add: (element: Element | undefined, match: Match) => void
  readonly isEmpty: () => boolean
  /** The score that a find must reach; 0 while there is room. */
  readonly least: () => number
  /** Best first. */
  readonly found: () => readonly Found[]
}

/** Keeps the `limit` best finds, in an order that depends on nothing but the finds. */
export function bestOf(limit: number): BestOf {
  const kept: Found[] = []
  return {
    add(element, match) {
      if (element === undefined || limit < 1) return
      const found = { element, match }
      const last = kept.at(-1)
      if (kept.length >= limit && last && compareFound(found, last) >= 0) return
      kept.splice(placeFor(found, kept), 0, found)
      if (kept.length > limit) kept.pop()
    },
    isEmpty: () => kept.length === 0,
    least: () => (kept.length >= limit ? (kept.at(-1)?.match.score ?? 0) : 0),
    found: () => kept,
  }
}

function placeFor(found: Found, kept: readonly Found[]): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = kept[middle]
    if (other && compareFound(other, found) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Better first, then as people count: shorter codes and names before longer ones, `K2` before `K10`. */
function compareFound(a: Found, b: Found): number {
  return (
    b.match.score - a.match.score ||
    compareShortly(a.element.code, b.element.code) ||
    compareShortly(a.element.name, b.element.name) ||
    codeUnitCompare(a.element.id, b.element.id)
  )
}

function compareShortly(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a.length - b.length || codeUnitCompare(a, b)
}
