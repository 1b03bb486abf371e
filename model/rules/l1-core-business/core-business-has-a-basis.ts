import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What an office does, it does on a legal or written basis. */
export const coreBusinessHasABasis = defineRule({
  id: 'CHK-L1-LAW',
  severity: 'warning',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.duties,
  *check({ bases, basisText, duty }) {
    if (bases === undefined && basisText === undefined && duty === undefined) yield { field: 'bases' }
  },
})
