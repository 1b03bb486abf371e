import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** One organisation leads; nobody or several means nobody. */
export const coreBusinessHasALead = defineRule({
  id: 'CHK-L1-OWNER',
  severity: 'error',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.lead,
  *check({ lead }) {
    if (lead === undefined) yield { field: 'lead' }
  },
})
