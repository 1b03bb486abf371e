import type { Reaction } from '../document/reaction.ts'

/** What belongs to an element goes with it. */
export const removeOwned: Reaction = {
  id: 'remove-owned',
  react(draft, changed) {
    for (const [id, [before, after]] of changed) if (before && !after) for (const owned of draft.lookups().ownedBy(id)) draft.remove(owned)
  },
}
