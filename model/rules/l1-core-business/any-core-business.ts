import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Everything is taken apart from a core business; without one there is nothing to follow. */
export const anyCoreBusiness = defineRule({
  id: 'CHK-L1-NONE',
  severity: 'warning',
  step: 'L1',
  on: ['document'],
  source: norms.chain,
  looksAt: [['all coreBusiness', 'id']],
  *check(_, { lookups }) {
    if (lookups.countOf('coreBusiness') === 0) yield {}
  },
})
