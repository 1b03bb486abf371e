import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Somebody performs every step. */
export const stepHasADepartment = defineRule({
  id: 'CHK-L5-ORG',
  severity: 'warning',
  step: 'L5',
  on: ['step'],
  source: '总体方案：明确责任',
  *check(step) {
    if (refIn(step, 'organisation') === undefined) yield { field: 'organisation' }
  },
})
