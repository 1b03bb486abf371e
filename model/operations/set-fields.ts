import { z } from 'zod'
import { ok } from '../base/result.ts'
import type { Patch } from '../document/draft.ts'
import { defineOperation, refuse } from '../document/operation.ts'
import { kindOf } from '../kinds/index.ts'
import { ElementId } from '../schema/element.ts'
import { checkedFields } from './checked-fields.ts'

/** Sets or clears fields of one element, its name and code among them. */
export const setFields = defineOperation({
  id: 'element/set-fields',
  input: z.object({ id: ElementId, fields: z.record(z.string(), z.unknown()) as unknown as z.ZodType<Patch> }),
  run(draft, { id, fields }) {
    const element = draft.get(id)
    const kind = element && kindOf(element.kind)
    if (element === undefined || kind === undefined) return refuse('element-gone', { id })
    const patch = checkedFields(draft, kind, fields)
    if (!patch.ok) return patch
    if ('name' in patch.value && patch.value['name'] === undefined) return refuse('name-required', { kind: kind.name })
    draft.set(id, patch.value)
    return ok(undefined)
  },
})
