import type { View } from '../../method/define-fact.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** One organisation leads; a business above that has one proposes it. */
export const itemHasALead = defineRule({
  id: 'CHK-L4-LEAD',
  severity: 'error',
  step: 'L4',
  on: ['item'],
  source: norms.lead,
  *check({ lead }) {
    if (lead === undefined) yield { field: 'lead' }
  },
  fix(item, view) {
    const lead = leadAbove(item.owner, view)
    return lead === undefined ? [] : [{ set: item.id, fields: { lead } }]
  },
})

/** The lead of the nearest unit, module or core business that has one. */
function leadAbove(id: ElementId | undefined, view: View): ElementId | undefined {
  for (let above: Element | undefined = view.get(id ?? ''); above; above = view.get(above.owner ?? ''))
    if (typeof above['lead'] === 'string') return above['lead']
  return undefined
}
