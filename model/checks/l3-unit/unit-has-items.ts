import { defineRule } from '../define-rule.ts'

/** Every unit has items. */
export const unitHasItems = defineRule({
  id: 'CHK-L3-EMPTY',
  severity: 'error',
  step: 'L3',
  on: ['unit'],
  source: '总体方案 SR-L1',
  looksAt: [['owned']],
  *check(unit, { lookups }) {
    if (lookups.ownedBy(unit.id, 'item').length === 0) yield {}
  },
})
