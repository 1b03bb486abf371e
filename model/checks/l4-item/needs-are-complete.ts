import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Data that steps of an item use stand among its needs, or readiness does not see them. */
export const needsAreComplete = defineRule({
  id: 'CHK-L4-NEEDGAP',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: '总体方案 SR-L3',
  looksAt: [['referrers'], ['referrers', 'references'], ['references']],
  *check(item, view) {
    const needs = new Set(membersIn(item, 'needs'))
    const used = view.lookups.referrersOf(item.id, 'step', 'item').flatMap(one => membersIn(view.get(one.from), 'inputs'))
    const missing = [...new Set(used)].filter(id => !needs.has(id)).map(id => view.get(id)?.name ?? '')
    if (missing.length > 0) yield { field: 'needs', values: { missing } }
  },
})
