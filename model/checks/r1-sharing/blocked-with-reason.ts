import { datum } from '../../method/datum.ts'
import { refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** What is blocked says why, who acts and what comes next. */
export const blockedWithReason = defineRule({
  id: 'CHK-R1-BLOCKED',
  severity: 'error',
  step: 'R1',
  on: ['requirement'],
  source: '共享申请不予提供原因',
  looksAt: [['references']],
  facts: [datum],
  *check(requirement, view) {
    if (view.fact(datum, refIn(requirement, 'dataItem') ?? '')?.state !== 'blocked') return
    const missing = ['blockReason', 'responsible', 'nextStep'].filter(field => textIn(requirement, field) === '')
    if (missing.length > 0) yield { field: missing[0] ?? '' }
  },
})
