import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Who leads an item does not assist it as well; counts of collaboration would be wrong. */
export const leadDoesNotAssist = defineRule({
  id: 'CHK-L4-ASSIST',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.lead,
  *check({ lead, assists }) {
    if (lead !== undefined && assists?.includes(lead)) yield { field: 'assists' }
  },
  fix: ({ id, lead, assists }) => [{ set: id, fields: { assists: (assists ?? []).filter(one => one !== lead) } }],
})
