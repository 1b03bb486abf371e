import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Demands, scenes and reforms answer one another. */
export const threeListsFit = defineRule({
  id: 'CHK-X-3LIST',
  severity: 'warning',
  step: 'X',
  on: ['scene', 'demand', 'reform'],
  source: '三张清单',
  looksAt: [['referrers']],
  *check(element, { lookups }) {
    const missing =
      element.kind === 'demand'
        ? lookups.referrersOf(element.id, 'scene', 'demands').length === 0 && '没有场景回应'
        : element.kind === 'reform'
          ? membersIn(element, 'scenes').length === 0 && '没有对应场景'
          : element.owner === undefined &&
            ((membersIn(element, 'demands').length === 0 && '没有对应需求') ||
              (lookups.referrersOf(element.id, 'reform', 'scenes').length === 0 && '没有配套改革'))
    if (missing) yield { values: { missing } }
  },
})
