import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The chain from core business to item does not break off. */
export const coreBusinessIsTakenApart = defineRule({
  id: 'CHK-L1-EMPTY',
  severity: 'error',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.chain,
  looksAt: [['owned module', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'module').length === 0) yield {}
  },
})
