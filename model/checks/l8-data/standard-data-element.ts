import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A datum is linked to a standard data element or marked as none. */
export const standardDataElement = defineRule({
  id: 'CHK-L8-STD',
  severity: 'info',
  step: 'L8',
  on: ['dataItem'],
  source: 'DB33/T 2426—2022',
  *check(dataItem) {
    if (textIn(dataItem, 'identifier') === '' && dataItem['nonStandard'] !== true) yield { field: 'identifier' }
  },
})
