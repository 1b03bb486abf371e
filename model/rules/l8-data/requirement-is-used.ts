import { uses } from '../../method/uses.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A requirement that no item, flow or indicator uses any more asks a department for nothing. */
export const requirementIsUsed = defineRule({
  id: 'CHK-X-ORPHAN',
  severity: 'warning',
  step: 'X',
  on: ['requirement'],
  source: norms.sharingLaw,
  looksAt: [{ fact: uses, at: 'ref dataItem' }],
  *check({ dataItem }, view) {
    if (dataItem !== undefined && view.fact(uses, dataItem) === undefined) yield {}
  },
})
