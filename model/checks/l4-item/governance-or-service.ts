import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An item is marked governance, service or both. */
export const governanceOrService = defineRule({
  id: 'CHK-L4-FLAG',
  severity: 'error',
  step: 'L4',
  on: ['item'],
  source: '总体方案 SR-L2',
  *check(item) {
    if (membersIn(item, 'dimensions').length === 0) yield { field: 'dimensions' }
  },
})
