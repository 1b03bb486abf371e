import { z } from 'zod'
import { same } from '../base/json.ts'
import { ok } from '../base/result.ts'
import type { Delta } from '../document/delta.ts'
import type { Draft } from '../document/draft.ts'
import { defineOperation, refuse } from '../document/operation.ts'

/** Makes a prepared delta one undoable edit: an import, a merge, a template. Refuses when it was made for another state. */
export const applyDelta = defineOperation({
  id: 'document/apply-delta',
  input: z.object({ delta: z.instanceof(Map) as unknown as z.ZodType<Delta> }),
  run(draft, { delta }) {
    for (const [id, [before]] of delta) if (!same(draft.get(id), before)) return refuse('delta-does-not-fit', { id })
    if (bringsSecondDocument(draft, delta)) return refuse('only-one-document')
    for (const [id, [before, after]] of delta) {
      if (before !== undefined) draft.remove(id)
      if (after !== undefined) draft.add(after)
    }
    return ok(undefined)
  },
})

/** What an edit of single elements cannot do and a delta could: nothing else would see it before the next opening. */
function bringsSecondDocument(draft: Draft, delta: Delta): boolean {
  let documents = draft.lookups().countOf('document')
  const before = documents
  for (const [old, now] of delta.values()) documents += (now?.kind === 'document' ? 1 : 0) - (old?.kind === 'document' ? 1 : 0)
  return documents > 1 && documents > before
}
