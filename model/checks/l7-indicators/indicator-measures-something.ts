import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An indicator measures an item, or is made of indicators that do. */
export const indicatorMeasuresSomething = defineRule({
  id: 'CHK-L7-NOITEM',
  severity: 'info',
  step: 'L7',
  on: ['indicator'],
  source: '指标与事项双向覆盖',
  looksAt: [['owned']],
  *check(indicator, { lookups }) {
    const isPart = indicator.owner !== undefined || lookups.ownedBy(indicator.id, 'indicator').length > 0
    if (membersIn(indicator, 'items').length === 0 && !isPart) yield { field: 'items' }
  },
})
