import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** An item that needs very many data or runs through many flows is probably several. */
export const itemOfOnePiece = defineRule({
  id: 'CHK-L4-GRAN',
  severity: 'info',
  step: 'L4',
  on: ['item'],
  source: '办理项为最小项',
  looksAt: [['referrers'], ['referrers', 'owner']],
  *check(item, view) {
    const needs = membersIn(item, 'needs').length
    const steps = view.lookups.referrersOf(item.id, 'step', 'item')
    const flows = new Set(steps.map(one => view.get(one.from)?.owner)).size
    if (needs > 12 || flows > 3) yield { field: 'needs', values: { needs, flows } }
  },
})
