import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A level with a single child sorts nothing. */
export const moduleHasSeveralUnits = defineRule({
  id: 'CHK-L2-SINGLE',
  severity: 'info',
  step: 'L2',
  on: ['module'],
  source: norms.modelling,
  looksAt: [['owned unit', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'unit').length === 1) yield {}
  },
})
