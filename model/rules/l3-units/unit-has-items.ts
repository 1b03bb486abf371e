import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The leaves of the decomposition are items. */
export const unitHasItems = defineRule({
  id: 'CHK-L3-EMPTY',
  severity: 'error',
  step: 'L3',
  on: ['unit'],
  source: norms.chain,
  looksAt: [['owned item', 'id']],
  *check({ id }, { lookups }) {
    if (lookups.ownedBy(id, 'item').length === 0) yield {}
  },
})
