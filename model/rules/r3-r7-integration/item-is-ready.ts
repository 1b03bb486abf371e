import { itemReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An item is integrated when everything it needs has arrived. */
export const itemIsReady = defineRule({
  id: 'CHK-R4-READY',
  severity: 'info',
  step: 'R4',
  on: ['item'],
  source: norms.plan,
  looksAt: [{ fact: itemReady }],
  *check({ id }, view) {
    const known = view.fact(itemReady, id)
    if (known && !known.ready) yield { values: { done: known.done, total: known.total } }
  },
})
