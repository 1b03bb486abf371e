import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A service that cannot be connected says why, because plans put it last and people ask. */
export const blockedServiceHasAReason = defineRule({
  id: 'CHK-R2-BLOCKED',
  severity: 'info',
  step: 'R2',
  on: ['service'],
  source: norms.application,
  *check({ state, blockReason }) {
    if (state === 'blocked' && blockReason === undefined) yield { field: 'blockReason' }
  },
})
