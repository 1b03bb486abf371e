import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Where a flow parts, each way but one says when it is taken. */
export const branchesHaveConditions = defineRule({
  id: 'CHK-L5-BRANCH',
  severity: 'warning',
  step: 'L5',
  on: ['step'],
  source: norms.bpmn,
  looksAt: [['by link from', 'condition']],
  *check({ id, type }, { get, lookups }) {
    if (type !== 'exclusiveGateway' && type !== 'inclusiveGateway') return
    const ways = lookups.referrersOf(id, 'link', 'from')
    const open = ways.filter(one => textIn(get(one.from), 'condition') === '').length
    // One way may be the rest: it is taken when no other is.
    if (ways.length > 1 && open > 1) yield { values: { count: open, ways: ways.length } }
  },
})
