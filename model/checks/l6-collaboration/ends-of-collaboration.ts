import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A collaboration has two different ends and an item. */
export const endsOfCollaboration = defineRule({
  id: 'CHK-L6-ENDS',
  severity: 'error',
  step: 'L6',
  on: ['collaboration'],
  source: '总体方案：明确协同关系',
  *check(collaboration) {
    const [from, to] = [refIn(collaboration, 'from'), refIn(collaboration, 'to')]
    const missing = ['from', 'to', 'item'].filter(field => refIn(collaboration, field) === undefined)
    if (missing.length > 0) yield { field: missing[0] ?? 'from' }
    else if (from === to) yield { field: 'to' }
  },
})
