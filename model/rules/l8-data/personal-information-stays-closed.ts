import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { isPersonal } from '../personal.ts'

/** Personal information is not opened to everybody. */
export const personalInformationStaysClosed = defineRule({
  id: 'CHK-L8-PIIOPEN',
  severity: 'error',
  step: 'L8',
  on: ['dataItem'],
  source: norms.grading,
  *check({ personalInfo, openType }) {
    if (isPersonal(personalInfo) && openType === 'unconditional') yield { field: 'openType' }
  },
  fix: ({ id }) => [{ set: id, fields: { openType: 'notOpen' } }],
})
