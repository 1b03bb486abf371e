import { defineRule } from '../define-rule.ts'

/** The chain from core business to item has no gap. */
export const coreBusinessHasModules = defineRule({
  id: 'CHK-L1-EMPTY',
  severity: 'error',
  step: 'L2',
  on: ['coreBusiness'],
  source: '总体方案 SR-L1',
  looksAt: [['owned']],
  *check(business, { lookups }) {
    if (lookups.ownedBy(business.id, 'module').length === 0) yield {}
  },
})
