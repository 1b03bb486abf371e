import { defineRule } from '../define-rule.ts'

/** An item that no flow shows cannot be handed over between departments. */
export const itemInAFlow = defineRule({
  id: 'CHK-L5-NOFLOW',
  severity: 'info',
  step: 'L5',
  on: ['item'],
  source: '总体方案 SR-L3',
  looksAt: [['referrers'], ['owned']],
  *check(item, { lookups }) {
    if (lookups.referrersOf(item.id, 'step', 'item').length === 0 && lookups.ownedBy(item.id, 'flow').length === 0) yield {}
  },
})
