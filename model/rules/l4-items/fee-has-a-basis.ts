import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Nothing is charged without a written basis. */
export const feeHasABasis = defineRule({
  id: 'CHK-L4-FEE',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.serviceItem,
  *check({ fee, feeBasis }) {
    if (fee === true && feeBasis === undefined) yield { field: 'feeBasis' }
  },
})
