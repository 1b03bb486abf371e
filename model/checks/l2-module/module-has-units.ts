import { defineRule } from '../define-rule.ts'

/** Every module has units. */
export const moduleHasUnits = defineRule({
  id: 'CHK-L2-EMPTY',
  severity: 'error',
  step: 'L2',
  on: ['module'],
  source: '总体方案 SR-L1',
  looksAt: [['owned']],
  *check(module, { lookups }) {
    if (lookups.ownedBy(module.id, 'unit').length === 0) yield {}
  },
})
