import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Work in a flow is work on an item; collaboration and readiness count by item. */
export const taskBelongsToAnItem = defineRule({
  id: 'CHK-L5-ITEM',
  severity: 'info',
  step: 'L5',
  on: ['step'],
  source: `${norms.plan}（SR-L3）`,
  looksAt: [['owner > owner', 'id']],
  *check({ item, type, owner }, view) {
    const isOfAnItem = view.get(view.get(owner ?? '')?.owner ?? '')?.kind === 'item'
    if (item === undefined && !isOfAnItem && (type ?? '').endsWith('Task')) yield { field: 'item' }
  },
})
