import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An item that no flow shows cannot be handed over between departments. */
export const itemInAFlow = defineRule({
  id: 'CHK-L5-NOFLOW',
  severity: 'info',
  step: 'L5',
  on: ['item'],
  source: `${norms.plan}（SR-L3）`,
  looksAt: [
    ['by step item', 'id'],
    ['owned flow', 'id'],
  ],
  *check({ id }, { lookups }) {
    if (lookups.referrersOf(id, 'step', 'item').length === 0 && lookups.ownedBy(id, 'flow').length === 0) yield {}
  },
})
