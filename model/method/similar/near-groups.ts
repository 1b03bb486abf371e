import type { NearPair } from './near-names.ts'

/** Members of a group and the lowest similarity that holds it together. */
export interface NearGroup {
  readonly members: readonly number[]
  readonly score: number
}

/** Members a group may have: a person compares them side by side, and a long series would run together into one. */
const LARGEST = 12

/**
 * Groups of near names: the nearest pairs come together first. A pair that would make a group too large joins nothing, unless
 * one of the two would then be left alone.
 */
export function nearGroups(pairs: readonly NearPair[]): NearGroup[] {
  const sorted = [...pairs].sort((a, b) => b.score - a.score || a.a - b.a || a.b - b.b)
  const groups = new Map<number, { readonly members: number[]; score: number }>()
  const groupOf = (one: number): { readonly members: number[]; score: number } => groups.get(one) ?? { members: [one], score: 1 }
  const skipped: NearPair[] = []
  for (const pair of sorted) {
    const left = groupOf(pair.a)
    const right = groupOf(pair.b)
    if (left === right) continue
    if (left.members.length + right.members.length > LARGEST) skipped.push(pair)
    else {
      const joined = { members: [...left.members, ...right.members], score: pair.score }
      for (const member of joined.members) groups.set(member, joined)
    }
  }
  const alone: NearGroup[] = []
  const told = new Set(groups.keys())
  for (const { a, b, score } of skipped) {
    if (told.has(a) && told.has(b)) continue
    told.add(a)
    told.add(b)
    alone.push({ members: [a, b], score })
  }
  return [...new Set(groups.values()), ...alone]
}
