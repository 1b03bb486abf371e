import { defineRule } from '../define-rule.ts'

/** Data from a higher level are marked as returned, with their route. */
export const returnedFromAbove = defineRule({
  id: 'CHK-R1-CROSSLEVEL',
  severity: 'info',
  step: 'R1',
  on: ['sharing'],
  source: '政务数据共享条例：回流',
  *check(entry) {
    if (entry['crossLevel'] === true && entry['returnFlow'] !== true) yield { field: 'returnFlow' }
  },
})
