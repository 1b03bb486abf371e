import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Nobody collaborates with itself. */
export const twoSides = defineRule({
  id: 'CHK-L6-SELF',
  severity: 'error',
  step: 'L6',
  on: ['collaboration'],
  source: norms.plan,
  *check({ from, to }) {
    if (from !== undefined && from === to) yield { field: 'to' }
  },
})
