import { evidence, evidenceFor } from '../../method/evidence.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is declared shows in a flow, in data or in an indicator. */
export const declaredHasEvidence = defineRule({
  id: 'CHK-L6-NOEVIDENCE',
  severity: 'info',
  step: 'L6',
  on: ['collaboration'],
  source: norms.plan,
  looksAt: [{ fact: evidence, at: 'ref item' }],
  *check(collaboration, view) {
    const { from, to, item } = collaboration
    if (from === undefined || to === undefined || item === undefined) return
    const { link, data, indicator } = evidenceFor(collaboration, view)
    if (!link && !data && !indicator) yield {}
  },
})
