import { membersIn, refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An item with assisting departments shows them in its flow. */
export const severalDepartmentsInTheFlow = defineRule({
  id: 'CHK-L6-SINGLE',
  severity: 'warning',
  step: 'L6',
  on: ['item'],
  source: '总体方案：多跨',
  looksAt: [['referrers']],
  *check(item, view) {
    const steps = view.lookups.referrersOf(item.id, 'step', 'item').map(one => view.get(one.from))
    const performers = new Set(steps.map(step => refIn(step, 'organisation')))
    if (membersIn(item, 'assists').length > 0 && steps.length > 1 && performers.size === 1) yield { field: 'assists' }
  },
})
