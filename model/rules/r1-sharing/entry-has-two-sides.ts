import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Nobody shares data with itself; what the consumer produces itself is no entry. */
export const entryHasTwoSides = defineRule({
  id: 'CHK-R1-SELF',
  severity: 'warning',
  step: 'R1',
  on: ['sharing'],
  source: norms.plan,
  *check({ provider, consumerOrganisation }) {
    if (provider !== undefined && provider === consumerOrganisation) yield { field: 'consumerOrganisation' }
  },
})
