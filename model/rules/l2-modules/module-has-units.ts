import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The chain from core business to item does not break off. */
export const moduleHasUnits = defineRule({
  id: 'CHK-L2-EMPTY',
  severity: 'error',
  step: 'L2',
  on: ['module'],
  source: norms.chain,
  looksAt: [['owned unit', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'unit').length === 0) yield {}
  },
})
