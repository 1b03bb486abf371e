/** Two names that are nearly the same, by their places in the list. */
export interface NearPair {
  readonly a: number
  readonly b: number
  /** Share of common letter pairs (Dice), from the threshold to 1. */
  readonly score: number
}

interface Name {
  readonly at: number
  /** Its pairs of letters as ranks, rarest first. */
  readonly pairs: readonly number[]
}

/** Shorter names have too few letter pairs to say anything. */
const SHORTEST = 4

/**
 * Pairs of names that share at least `threshold` of their letter pairs. Names are folded and all different.
 *
 * Comparing each with each costs half an hour at 50 000 names. Two sets that share so much also share one of their few
 * rarest members, so only names that meet in a rare pair are compared, and nothing is missed.
 * Source: Bayardo, Ma, Srikant, Scaling up all pairs similarity search (WWW 2007).
 */
export function nearPairs(names: readonly string[], threshold: number): NearPair[] {
  const found: NearPair[] = []
  for (const places of byNumerals(names)) {
    for (const { a, b, score } of joined(ranked(places, names), threshold))
      if (!isTold(names[a] ?? '', names[b] ?? '')) found.push(a < b ? { a, b, score } : { a: b, b: a, score })
  }
  return found
}

const numerals = /[^\p{N}一二三四五六七八九十百千万零〇甲乙丙丁]/gu

/** Names with different numbers are different on purpose (一季度, 二季度) and need not be compared. */
function byNumerals(names: readonly string[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, name] of names.entries()) {
    if (name.length < SHORTEST) continue
    const key = name.replace(numerals, '')
    const known = groups.get(key)
    if (known) known.push(at)
    else groups.set(key, [at])
  }
  return groups.values()
}

/** Names with their letter pairs as ranks by rarity, smallest sets first. */
function ranked(places: readonly number[], names: readonly string[]): Name[] {
  if (places.length < 2) return []
  const counts = new Map<number, number>()
  const sets = places.map(at => {
    const pairs = letterPairs(names[at] ?? '')
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    return { at, pairs }
  })
  const order = Array.from(counts).sort(([a, most], [b, least]) => most - least || a - b)
  const ranks = new Map(order.map(([pair], rank) => [pair, rank] as const))
  return sets
    .map(({ at, pairs }) => ({ at, pairs: pairs.map(pair => ranks.get(pair) ?? 0).sort((a, b) => a - b) }))
    .sort((a, b) => a.pairs.length - b.pairs.length || a.at - b.at)
}

/** Two code units and how often the pair came before, in one number below 2^53. */
function letterPairs(name: string): number[] {
  const pairs: number[] = []
  for (let index = 1; index < name.length; index++) {
    let pair = name.charCodeAt(index - 1) * 0x1_0000 + name.charCodeAt(index)
    while (pairs.includes(pair)) pair += 0x1_0000_0000
    pairs.push(pair)
  }
  return pairs
}

function* joined(names: readonly Name[], threshold: number): Iterable<NearPair> {
  const holders = new Map<number, number[]>()
  const metBy = new Int32Array(names.length).fill(-1)
  // Of two sets this near, the smaller has at least this share of the larger one's size, and they share as much of it.
  const least = threshold / (2 - threshold)
  for (const [index, name] of names.entries()) {
    const size = name.pairs.length
    const shortest = Math.ceil(least * size - 1e-9)
    const probed = size - shortest + 1
    const kept = size - Math.ceil(threshold * size - 1e-9) + 1
    for (const [place, pair] of name.pairs.slice(0, probed).entries()) {
      const others = holders.get(pair)
      for (const other of others ?? []) {
        const candidate = names[other]
        if (metBy[other] === index || candidate === undefined || candidate.pairs.length < shortest) continue
        metBy[other] = index
        const score = dice(name.pairs, candidate.pairs, threshold)
        if (score > 0) yield { a: name.at, b: candidate.at, score }
      }
      if (place >= kept) continue
      if (others) others.push(index)
      else holders.set(pair, [index])
    }
  }
}

/** Twice the common members by the sum of sizes; 0 as soon as the threshold is out of reach. Both are sorted. */
function dice(a: readonly number[], b: readonly number[], threshold: number): number {
  const needed = (threshold * (a.length + b.length)) / 2 - 1e-9
  let common = 0
  let left = 0
  let right = 0
  while (left < a.length && right < b.length) {
    if (common + Math.min(a.length - left, b.length - right) < needed) return 0
    const difference = (a[left] ?? 0) - (b[right] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return common >= needed ? (2 * common) / (a.length + b.length) : 0
}

/** Letters that make two names mean two things when they differ in nothing else: 申请人 and 被申请人, 办结数 and 办结率. */
const telling = new Set('被非不未无否反前后上中下左右内外新旧增减收支出入进起止始终正副男女大小多少省市县区乡镇村国总分子父母数率额量比名号码称址期日月年季周时买卖借贷')

/** Whether what tells two names apart is such letters alone. */
function isTold(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const differing = a.slice(start, a.length - end) + b.slice(start, b.length - end)
  return differing !== '' && [...differing].every(letter => telling.has(letter))
}
