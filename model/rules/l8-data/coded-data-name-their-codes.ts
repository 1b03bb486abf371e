import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A value domain that is a code table says which. */
export const codedDataNameTheirCodes = defineRule({
  id: 'CHK-L8-CODES',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.fieldSheet,
  *check({ valueKind, valueList, valueDomain }) {
    if (valueKind === 'codeTable' && valueList === undefined && valueDomain === undefined) yield { field: 'valueList' }
  },
})
