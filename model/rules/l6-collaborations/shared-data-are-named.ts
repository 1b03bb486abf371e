import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Sharing data says which. */
export const sharedDataAreNamed = defineRule({
  id: 'CHK-L6-DATA',
  severity: 'warning',
  step: 'L6',
  on: ['collaboration'],
  source: norms.plan,
  *check({ type, data }) {
    if (type === 'dataSharing' && data === undefined) yield { field: 'data' }
  },
})
