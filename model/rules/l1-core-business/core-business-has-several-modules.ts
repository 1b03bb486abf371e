import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A level with a single child sorts nothing. */
export const coreBusinessHasSeveralModules = defineRule({
  id: 'CHK-L1-SINGLE',
  severity: 'info',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.modelling,
  looksAt: [['owned module', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'module').length === 1) yield {}
  },
})
