import { z } from 'zod'
import { ok } from '../base/result.ts'
import { defineOperation, refuse } from '../document/operation.ts'
import { ElementId } from '../schema/element.ts'

/** Removes elements; what they own goes with them, and references to them are cleared (reactions). */
export const remove = defineOperation({
  id: 'element/remove',
  input: z.object({ ids: z.array(ElementId).min(1) }),
  run(draft, { ids }) {
    for (const id of ids) {
      const element = draft.get(id)
      if (element === undefined) return refuse('element-gone', { id })
      if (element.kind === 'document') return refuse('only-one-document')
      draft.remove(id)
    }
    return ok(undefined)
  },
})
