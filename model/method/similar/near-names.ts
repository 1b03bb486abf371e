import { letterSets, type LetterSets } from './letter-sets.ts'

/** Two names that are nearly the same, by their places in the list. */
export interface NearPair {
  readonly a: number
  readonly b: number
  /** Share of common letter pairs (Dice), from the threshold to 1. */
  readonly score: number
}

/** Shorter names have too few letter pairs to say anything. */
const SHORTEST = 4

/** Partners a name may have; whoever has more is one of a series, and more of it would say nothing new. */
const MOST_PARTNERS = 24

/**
 * Pairs of names that share at least `threshold` of their letter pairs. Names are folded and all different.
 *
 * Comparing each with each costs half an hour at 50 000 names. Two sets that share so much also share one of their few
 * rarest members, so only names that meet in a rare pair are compared, and nothing is missed but the rest of a series.
 * Source: Bayardo, Ma, Srikant, Scaling up all pairs similarity search (WWW 2007).
 */
export function nearPairs(names: readonly string[], threshold: number): NearPair[] {
  const found: NearPair[] = []
  for (const places of byNumerals(names)) {
    if (places.length < 2) continue
    const isTold = (a: number, b: number): boolean => isToldApart(names[a] ?? '', names[b] ?? '')
    joinInto(
      found,
      letterSets(
        places.map(at => names[at] ?? ''),
        places,
      ),
      { threshold, isTold },
    )
  }
  return found
}

const numerals = /\p{N}+|[一二三四五六七八九十百千万零〇甲乙丙丁]/gu

/** Names with different numbers are different on purpose (一季度, 二季度) and need not be compared. */
function byNumerals(names: readonly string[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, name] of names.entries()) {
    if (name.length < SHORTEST) continue
    const key = name.match(numerals)?.join(' ') ?? ''
    const known = groups.get(key)
    if (known) known.push(at)
    else groups.set(key, [at])
  }
  return groups.values()
}

interface JoinOptions {
  readonly threshold: number
  readonly isTold: (a: number, b: number) => boolean
}

/** The sets that hold each member among their rarest, each with the member's place in it. */
type Holders = readonly number[][]

/** A place in a set, packed into one number beside the set it is in; no name has so many letters as `PLACES`. */
const PLACES = 0x1_0000

function joinInto(found: NearPair[], sets: LetterSets, { threshold, isTold }: JoinOptions): void {
  const { starts, ranks, places, distinct } = sets
  const holders: Holders = Array.from({ length: distinct }, () => [])
  const metBy = new Int32Array(places.length).fill(-1)
  for (let x = 0; x < places.length; x++) {
    let partners = 0
    for (const { y, i, j } of meetings(sets, { x, threshold, holders, metBy })) {
      const score = dice(sets, { x, i, y, j }, threshold)
      const [a, b] = [places[x] ?? 0, places[y] ?? 0]
      if (score === 0 || isTold(a, b)) continue
      found.push(a < b ? { a, b, score } : { a: b, b: a, score })
      if (++partners === MOST_PARTNERS) break
    }
    const start = starts[x] ?? 0
    const size = (starts[x + 1] ?? 0) - start
    const kept = size - Math.ceil(threshold * size - 1e-9)
    for (let i = 0; i <= kept; i++) holders[ranks[start + i] ?? 0]?.push(x * PLACES + i)
  }
}

interface Probe {
  readonly x: number
  readonly threshold: number
  readonly holders: Holders
  /** The last set that each was compared with, so that none is met twice. */
  readonly metBy: Int32Array
}

/** Earlier, smaller sets that share one of the rarest members of `x` and are large enough to be near. */
function* meetings({ starts, ranks }: LetterSets, { x, threshold, holders, metBy }: Probe): Iterable<Omit<Meeting, 'x'>> {
  const start = starts[x] ?? 0
  const size = (starts[x + 1] ?? 0) - start
  // Of two sets this near, the smaller has at least this share of the larger one's size, and they share as much of it.
  const shortest = Math.ceil((threshold / (2 - threshold)) * size - 1e-9)
  for (let i = 0; i <= size - shortest; i++)
    for (const packed of holders[ranks[start + i] ?? 0] ?? []) {
      const y = Math.floor(packed / PLACES)
      if (metBy[y] === x || (starts[y + 1] ?? 0) - (starts[y] ?? 0) < shortest) continue
      metBy[y] = x
      yield { y, i, j: packed % PLACES }
    }
}

/** Two sets that meet first at places `i` and `j`. */
interface Meeting {
  readonly x: number
  readonly i: number
  readonly y: number
  readonly j: number
}

/** Twice the common members by the sum of sizes; 0 as soon as the threshold is out of reach. */
function dice({ starts, ranks, low, high }: LetterSets, { x, i, y, j }: Meeting, threshold: number): number {
  const [endX, endY] = [starts[x + 1] ?? 0, starts[y + 1] ?? 0]
  let left = (starts[x] ?? 0) + i + 1
  let right = (starts[y] ?? 0) + j + 1
  const sizes = endX - (starts[x] ?? 0) + endY - (starts[y] ?? 0)
  const needed = (threshold * sizes) / 2 - 1e-9
  // Marks of a set that the other lacks are members it lacks: most sets fall here, for a few operations each.
  const missing = bits((low[x] ?? 0) & ~(low[y] ?? 0)) + bits((high[x] ?? 0) & ~(high[y] ?? 0))
  if (endX - (starts[x] ?? 0) - missing < needed) return 0
  let common = 1
  while (left < endX && right < endY) {
    if (common + Math.min(endX - left, endY - right) < needed) return 0
    const difference = (ranks[left] ?? 0) - (ranks[right] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return common >= needed ? (2 * common) / sizes : 0
}

/** How many bits of a 32-bit number are set. Source: Warren, Hacker's Delight, 5-1. */
function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** Letters that make two names mean two things when they differ in nothing else: 申请人 and 被申请人, 办结数 and 办结率. */
const telling = new Set(
  '被非不未无否反前后上中下左右内外新旧增减收支出入进起止始终正副男女大小多少省市县区乡镇村国总分子父母数率额量比名号码称址期日月年季周时买卖借贷',
)

/** Whether what tells two names apart is such letters alone. */
function isToldApart(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const differing = a.slice(start, a.length - end) + b.slice(start, b.length - end)
  return differing !== '' && Array.from(differing).every(letter => telling.has(letter))
}
