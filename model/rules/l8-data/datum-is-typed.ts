import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Interfaces and tables are made from type, length and precision. */
export const datumIsTyped = defineRule({
  id: 'CHK-L8-TYPE',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.fieldSheet,
  *check({ dataType, length, precision }) {
    if (dataType === undefined) yield { field: 'dataType', values: { case: 'missing' } }
    if (length !== undefined && precision !== undefined && precision > length) yield { field: 'precision', values: { case: 'precision' } }
    if (length !== undefined && (length < 1 || !Number.isInteger(length))) yield { field: 'length', values: { case: 'length' } }
  },
})
