import { evidence, evidenceFor } from '../../method/evidence.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A declared collaboration shows in a flow, in data or in an indicator. */
export const collaborationHasEvidence = defineRule({
  id: 'CHK-L6-NOEVIDENCE',
  severity: 'info',
  step: 'L6',
  on: ['collaboration'],
  source: '声明与事实核对',
  looksAt: [['references']],
  facts: [evidence],
  *check(collaboration, view) {
    const { link, data, indicator } = evidenceFor(collaboration, view)
    if (!link && !data && !indicator && refIn(collaboration, 'item') !== undefined) yield {}
  },
})
