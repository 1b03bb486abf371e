import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The main domains and applications are what the plan counts by. */
export const coreBusinessHasADomain = defineRule({
  id: 'CHK-L1-DOMAIN',
  severity: 'info',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.plan,
  *check({ domain, application }) {
    if (domain === undefined && application === undefined) yield { field: 'domain' }
  },
})
