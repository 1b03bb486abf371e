import { datum } from '../../method/datum.ts'
import { uses } from '../../method/uses.ts'
import { defineRule } from '../define-rule.ts'

/** Every used datum has its requirement. */
export const usedDataAreRequired = defineRule({
  id: 'CHK-L8-NOREQ',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: '总体方案：汇总数据需求',
  facts: [datum, uses],
  *check(dataItem, view) {
    if (view.fact(uses, dataItem.id) !== undefined && view.fact(datum, dataItem.id)?.requirement === undefined) yield {}
  },
})
