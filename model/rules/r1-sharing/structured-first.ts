import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A datum that only stands in documents has to be structured before it can be shared. */
export const structuredFirst = defineRule({
  id: 'CHK-R1-UNSTRUCT',
  severity: 'info',
  step: 'R1',
  on: ['dataItem'],
  source: norms.plan,
  *check({ structure }) {
    if (structure === 'document') yield { field: 'structure' }
  },
})
