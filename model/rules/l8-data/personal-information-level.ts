import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { isPersonal } from '../personal.ts'

/** Personal information is at least of level L3. */
export const personalInformationLevel = defineRule({
  id: 'CHK-L8-PIILEVEL',
  severity: 'error',
  step: 'L8',
  on: ['dataItem'],
  source: norms.grading,
  *check({ personalInfo, securityLevel }) {
    if (isPersonal(personalInfo) && (securityLevel === 'L1' || securityLevel === 'L2'))
      yield { field: 'securityLevel', values: { level: securityLevel } }
  },
  fix: ({ id }) => [{ set: id, fields: { securityLevel: 'L3' } }],
})
