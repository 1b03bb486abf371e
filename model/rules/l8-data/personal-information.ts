import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { isPersonal } from '../personal.ts'

/** Personal information is listed for review: least, authorised, masked. */
export const personalInformation = defineRule({
  id: 'CHK-L8-PII',
  severity: 'info',
  step: 'L8',
  on: ['dataItem'],
  source: norms.privacy,
  *check({ personalInfo }) {
    if (isPersonal(personalInfo)) yield { field: 'personalInfo' }
  },
})
