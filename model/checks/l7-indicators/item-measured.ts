import { defineRule } from '../define-rule.ts'

/** What is not measured cannot be judged. */
export const itemMeasured = defineRule({
  id: 'CHK-L7-NOIND',
  severity: 'info',
  step: 'L7',
  on: ['item'],
  source: '总体方案：建立指标体系',
  looksAt: [['referrers']],
  *check(item, { lookups }) {
    if (lookups.referrersOf(item.id, 'indicator', 'items').length === 0) yield {}
  },
})
