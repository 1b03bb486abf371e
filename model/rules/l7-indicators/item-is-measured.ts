import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is not measured cannot be judged. */
export const itemIsMeasured = defineRule({
  id: 'CHK-L7-NOIND',
  severity: 'info',
  step: 'L7',
  on: ['item'],
  source: norms.plan,
  looksAt: [['by indicator items', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.referrersOf(id, 'indicator', 'items').length === 0) yield {}
  },
})
