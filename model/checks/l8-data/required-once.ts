import { defineRule } from '../define-rule.ts'

/** One datum has one requirement. */
export const requiredOnce = defineRule({
  id: 'CHK-L8-TWICE',
  severity: 'error',
  step: 'L8',
  on: ['dataItem'],
  source: '一个数据项一条需求',
  looksAt: [['referrers']],
  *check(dataItem, { lookups }) {
    const count = lookups.referrersOf(dataItem.id, 'requirement', 'dataItem').length
    if (count > 1) yield { values: { count } }
  },
})
