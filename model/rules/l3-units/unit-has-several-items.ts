import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A level with a single child sorts nothing. */
export const unitHasSeveralItems = defineRule({
  id: 'CHK-L3-SINGLE',
  severity: 'info',
  step: 'L3',
  on: ['unit'],
  source: norms.modelling,
  looksAt: [['owned item', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'item').length === 1) yield {}
  },
})
