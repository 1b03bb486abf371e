/** Names as sets of neighbouring letters, flat and smallest first: a hundred thousand small arrays would be most of the work. */
export interface LetterSets {
  /** Where the set of each name begins in `ranks`; one more than there are names. */
  readonly starts: Int32Array
  /** The members of each set by rarity, rarest first. */
  readonly ranks: Int32Array
  /** What the caller calls each name. */
  readonly places: readonly number[]
  /** 64 marks of each set: a mark that one lacks is a member it lacks. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** How many different members there are. */
  readonly distinct: number
}

/** The sets of these names; `places` says what the caller calls each. */
export function letterSets(names: readonly string[], places: readonly number[]): LetterSets {
  const bySize = names.map((_, index) => index).sort((a, b) => (names[a]?.length ?? 0) - (names[b]?.length ?? 0) || a - b)
  const starts = new Int32Array(names.length + 1)
  for (const [index, at] of bySize.entries()) starts[index + 1] = (starts[index] ?? 0) + Math.max(0, (names[at]?.length ?? 0) - 1)
  const ranks = new Int32Array(starts[names.length] ?? 0)
  const ids = new Map<number, number>()
  const counts: number[] = []
  let next = 0
  for (const at of bySize)
    for (const pair of letterPairs(names[at] ?? '')) {
      const id = ids.get(pair) ?? ids.size
      ids.set(pair, id)
      counts[id] = (counts[id] ?? 0) + 1
      ranks[next++] = id
    }
  rankByRarity(ranks, counts)
  const low = new Int32Array(names.length)
  const high = new Int32Array(names.length)
  for (let index = 0; index < names.length; index++) {
    const set = ranks.subarray(starts[index], starts[index + 1]).sort()
    for (const rank of set) {
      if (rank & 32) high[index] = (high[index] ?? 0) | (1 << (rank & 31))
      else low[index] = (low[index] ?? 0) | (1 << (rank & 31))
    }
  }
  return { starts, ranks, places: bySize.map(at => places[at] ?? 0), low, high, distinct: counts.length }
}

function rankByRarity(ids: Int32Array, counts: readonly number[]): void {
  const order = counts.map((_, id) => id).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
  const ranks = new Int32Array(order.length)
  for (const [rank, id] of order.entries()) ranks[id] = rank
  for (let index = 0; index < ids.length; index++) ids[index] = ranks[ids[index] ?? 0] ?? 0
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
