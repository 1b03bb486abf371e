import { membersIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A service by interface says which. */
export const interfaceIsReferenced = defineRule({
  id: 'CHK-R2-IFACE',
  severity: 'error',
  step: 'R2',
  on: ['service'],
  source: '总体方案 SR-R2',
  *check(service) {
    if (membersIn(service, 'methods').includes('api') && textIn(service, 'endpoint') === '') yield { field: 'endpoint' }
  },
})
