import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A waiver says why, by whom and until when; one without an end is forgotten. */
export const waiverIsJustified = defineRule({
  id: 'CHK-X-WAIVER',
  severity: 'warning',
  step: 'X',
  on: ['waiver'],
  source: norms.ours,
  *check(waiver) {
    for (const field of ['rule', 'object', 'reason', 'person', 'expires'] as const) if (waiver[field] === undefined) yield { field }
  },
})
