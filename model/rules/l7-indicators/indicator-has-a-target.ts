import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An indicator without target, direction, period or owner is a number nobody has to care for. */
export const indicatorHasATarget = defineRule({
  id: 'CHK-L7-TARGET',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: norms.plan,
  *check(indicator) {
    if (indicator.target === undefined && indicator.targets === undefined) yield { field: 'target' }
    for (const field of ['direction', 'period', 'lead'] as const) if (indicator[field] === undefined) yield { field }
  },
})
