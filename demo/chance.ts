/** A stream of numbers that depends on its seed alone; what fast-check shrinks are seeds and lists, not every value. */
export interface Chance {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number
  readonly pick: <T>(from: readonly T[]) => T | undefined
  /** True once in `times`. */
  readonly once: (times: number) => boolean
  /** A few members of a list, in the order of the list. */
  readonly some: <T>(from: readonly T[], most: number) => T[]
}

/** mulberry32: 32 bits of state, passes the usual tests, and is four lines. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: from => from[below(from.length)],
    once: times => below(times) === 0,
    some: (from, most) => {
      const wanted = new Set(Array.from({ length: Math.min(most, from.length) }, () => below(from.length)))
      return from.filter((_, index) => wanted.has(index))
    },
  }
}

/** A stream of its own for one field, so that other fields keep their values while fast-check takes something away. */
export const chanceFor = (seed: number, name: string): Chance =>
  chanceFrom(Array.from(name).reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193), seed))
