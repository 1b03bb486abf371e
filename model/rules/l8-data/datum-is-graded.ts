import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Before data are shared, their security level and whether they are personal have to be known. */
export const datumIsGraded = defineRule({
  id: 'CHK-L8-GRADE',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.grading,
  *check(dataItem) {
    for (const field of ['securityLevel', 'personalInfo'] as const) if (dataItem[field] === undefined) yield { field }
  },
})
