import { z } from 'zod'
import { ok } from '../base/result.ts'
import { defineOperation, refuse } from '../document/operation.ts'
import { kindOf } from '../kinds/index.ts'
import { ElementId } from '../schema/element.ts'
import { placed } from './place.ts'

/** Moves an element below another owner or behind another sibling; what it owns goes with it. */
export const move = defineOperation({
  id: 'element/move',
  input: z.object({ id: ElementId, owner: ElementId.optional(), after: z.union([ElementId, z.literal('')]).optional() }),
  run(draft, { id, owner, after }) {
    const element = draft.get(id)
    const kind = element && kindOf(element.kind)
    if (element === undefined || kind === undefined) return refuse('element-gone', { id })
    const place = placed(draft, kind, { owner, after }, id)
    if (!place.ok) return place
    draft.set(id, place.value)
    return ok(undefined)
  },
})
