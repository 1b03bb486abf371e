import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A requirement says which datum and how soon it is needed. */
export const requirementNamesItsDatum = defineRule({
  id: 'CHK-L8-FIELDS',
  severity: 'warning',
  step: 'L8',
  on: ['requirement'],
  source: norms.plan,
  *check(requirement) {
    for (const field of ['dataItem', 'timeliness'] as const) if (requirement[field] === undefined) yield { field }
  },
})
