import { z } from 'zod'
import { ok } from '../base/result.ts'
import { defineOperation } from '../document/operation.ts'
import type { Element, ElementId } from '../schema/element.ts'

/** A data item that is used and has no requirement, with what the method proposes for it. */
const Proposal = z.object({ dataItem: z.string(), timeliness: z.string().optional() })

/** Creates the requirements that are missing; those that are there keep what people filled in. Source: contracts C1.3. */
export const writeRequirements = defineOperation({
  id: 'requirements/write',
  input: z.object({ proposals: z.array(Proposal) }),
  run(draft, { proposals }) {
    const created: ElementId[] = []
    for (const { dataItem, timeliness } of proposals) {
      const target = draft.get(dataItem)
      if (target?.kind !== 'dataItem' || draft.lookups().referrersOf(dataItem, 'requirement', 'dataItem').length > 0) continue
      const id = draft.newId()
      const requirement: Element = { id, kind: 'requirement', name: target.name, dataItem, ...(timeliness ? { timeliness } : {}) }
      draft.add(requirement)
      created.push(id)
    }
    return ok({ created })
  },
})
