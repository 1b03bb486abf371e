import { refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** One collaboration is (from, to, item, type); the same four again is the same one. */
export const declaredOnce = defineRule({
  id: 'CHK-L6-DUP',
  severity: 'warning',
  step: 'L6',
  on: ['collaboration'],
  source: norms.modelling,
  looksAt: [['ref item > by collaboration item', 'from', 'to', 'type', 'content', 'condition', 'fromStep', 'toStep']],
  *check(collaboration, { get, lookups }) {
    const { id, from, to, item, type, content, condition } = collaboration
    if (from === undefined || to === undefined || item === undefined || type === undefined) return
    const others = lookups.referrersOf(item, 'collaboration', 'item').filter(({ from: other }) => {
      const element = other < id ? get(other) : undefined
      const isSame = refIn(element, 'from') === from && refIn(element, 'to') === to && textIn(element, 'type') === type
      return isSame && textIn(element, 'content') === (content ?? '') && textIn(element, 'condition') === (condition ?? '')
    })
    if (others.length > 0) yield { values: { count: others.length + 1 } }
  },
})
