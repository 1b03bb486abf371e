import { datum } from '../../method/datum.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A shared requirement stands in the sharing list. */
export const requirementIsListed = defineRule({
  id: 'CHK-R1-NOENTRY',
  severity: 'warning',
  step: 'R1',
  on: ['requirement'],
  source: '总体方案：形成数据共享清单',
  looksAt: [['references'], ['referrers']],
  facts: [datum],
  *check(requirement, view) {
    const known = view.fact(datum, refIn(requirement, 'dataItem') ?? '')
    if (known !== undefined && !known.selfProduced && view.lookups.referrersOf(requirement.id, 'sharing', 'requirement').length === 0)
      yield {}
  },
})
