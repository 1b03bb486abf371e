import { indicatorKind } from '../../kinds/indicator.ts'
import { defineRule } from '../define-rule.ts'

/** An indicator says its target, direction, period and who answers for it. */
export const indicatorIsACard = defineRule({
  id: 'CHK-L7-TARGET',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: '总体方案：量化',
  *check(indicator) {
    const missing = ['target', 'direction', 'period', 'lead'].filter(field => indicator[field] === undefined)
    const labels = missing.map(field => indicatorKind.fields[field as 'target'].label)
    if (missing.length > 0) yield { field: missing[0] ?? 'target', values: { missing: labels } }
  },
})
