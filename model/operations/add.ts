import { z } from 'zod'
import { ok } from '../base/result.ts'
import type { Patch } from '../document/draft.ts'
import { defineOperation, refuse } from '../document/operation.ts'
import { kindOf } from '../kinds/index.ts'
import { ElementId } from '../schema/element.ts'
import { checkedFields } from './checked-fields.ts'
import { placed } from './place.ts'

const Fields = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Patch>

/** Adds one element; gives its id. */
export const add = defineOperation({
  id: 'element/add',
  input: z.object({
    kind: z.string(),
    name: z.string().trim(),
    owner: ElementId.optional(),
    after: z.union([ElementId, z.literal('')]).optional(),
    fields: Fields.optional(),
  }),
  run(draft, { kind: kindName, name, owner, after, fields }) {
    const kind = kindOf(kindName)
    if (kind === undefined) return refuse('kind-unknown', { kind: kindName })
    if (name === '') return refuse('name-required', { kind: kindName })
    if (kindName === 'document' && draft.lookups().countOf('document') > 0) return refuse('only-one-document')
    const place = placed(draft, kind, { owner, after })
    if (!place.ok) return place
    const patch = checkedFields(draft, kind, { ...fields, name })
    if (!patch.ok) return patch
    const id = draft.newId()
    draft.add({ ...patch.value, id, kind: kindName, name: patch.value['name'] as string, ...stated(place.value) })
    return ok({ id })
  },
})

const stated = ({ owner, order }: { owner: string | undefined; order: string | undefined }) => ({
  ...(owner === undefined ? {} : { owner }),
  ...(order === undefined ? {} : { order }),
})
