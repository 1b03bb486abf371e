import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A flow without steps says nothing. */
export const flowHasSteps = defineRule({
  id: 'CHK-L5-NOSTEP',
  severity: 'warning',
  step: 'L5',
  on: ['flow'],
  source: norms.plan,
  looksAt: [['owned step', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'step').length === 0) yield {}
  },
})
