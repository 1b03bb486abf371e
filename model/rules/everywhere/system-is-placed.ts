import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Whose a system is and in which network it stands decides how data get out of it. */
export const systemIsPlaced = defineRule({
  id: 'CHK-X-SYSTEM',
  severity: 'warning',
  step: 'X',
  on: ['system'],
  source: norms.zones,
  *check(system) {
    for (const field of ['ownerOrganisation', 'network'] as const) if (system[field] === undefined) yield { field }
  },
})
