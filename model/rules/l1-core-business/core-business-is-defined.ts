import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Without a definition two offices mean two things by one name. */
export const coreBusinessIsDefined = defineRule({
  id: 'CHK-L1-DEF',
  severity: 'info',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.inventory,
  *check({ definition }) {
    if (definition === undefined) yield { field: 'definition' }
  },
})
