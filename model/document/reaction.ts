import { invariant } from '../base/invariant.ts'
import { same } from '../base/json.ts'
import type { ElementId } from '../schema/element.ts'
import type { Change, Delta } from './delta.ts'
import type { Draft } from './draft.ts'

/** What must follow from an edit, whatever operation made it. */
export interface Reaction {
  readonly id: string
  /** `changed` holds what happened since this round began, the whole edit in the first. */
  readonly react: (draft: Draft, changed: Delta) => void
}

/** Rounds after which reactions that still answer one another are a bug of ours. */
const MOST_ROUNDS = 100

/** Runs reactions until none has anything left to do. Throws `InvariantError` when they do not come to rest. */
export function settle(draft: Draft, reactions: readonly Reaction[]): void {
  let changed = draft.delta()
  let seen = changed
  for (let round = 0; changed.size > 0; round++) {
    invariant(round < MOST_ROUNDS, 'reactions do not come to rest')
    for (const reaction of reactions) reaction.react(draft, changed)
    const now = draft.delta()
    changed = since(seen, now)
    seen = now
  }
}

/** What `now` did that `seen` had not done yet, both counted from the same start. */
function since(seen: Delta, now: Delta): Delta {
  const result = new Map<ElementId, Change>()
  for (const [id, [start, after]] of now) {
    const known = seen.get(id)
    const before = known ? known[1] : start
    if (before !== after && !same(before, after)) result.set(id, [before, after])
  }
  for (const [id, [start, after]] of seen) if (!now.has(id)) result.set(id, [after, start])
  return result
}
