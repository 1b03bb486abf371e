import type { Analysis } from '#model/analysis/index.ts'
import type { View } from '#model/method/define-fact.ts'
import type { Wording } from '#model/wording/index.ts'

/** Everything known of the document at one moment. Never changes: the next edit gives another. */
export interface Now {
  readonly analysis: Analysis
  readonly view: View
  readonly wording: Wording
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Whether there is something that is not in the file. */
  readonly changed: boolean
}

/** Computes a figure once for each moment, however many components show it. */
export function once<T>(compute: (now: Now) => T): (now: Now) => T {
  const known = new WeakMap<Now, T>()
  return now => {
    const found = known.get(now)
    if (found !== undefined) return found
    const value = compute(now)
    known.set(now, value)
    return value
  }
}
