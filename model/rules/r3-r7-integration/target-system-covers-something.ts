import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A target system says which modules form it. */
export const targetSystemCoversSomething = defineRule({
  id: 'CHK-R7-EMPTY',
  severity: 'warning',
  step: 'R7',
  on: ['system'],
  source: `${norms.plan}（SR-R3）`,
  *check({ target, covers }) {
    if (target === true && covers === undefined) yield { field: 'covers' }
  },
})
