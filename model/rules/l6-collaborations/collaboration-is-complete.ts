import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Who, with whom, on what, in which way. */
export const collaborationIsComplete = defineRule({
  id: 'CHK-L6-ENDS',
  severity: 'error',
  step: 'L6',
  on: ['collaboration'],
  source: norms.plan,
  *check(collaboration) {
    for (const field of ['from', 'to', 'item', 'type'] as const) if (collaboration[field] === undefined) yield { field }
  },
})
