import { hoursIn } from '../durations.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { writeDuration } from '../../wording/duration.ts'

/** What is promised is not longer than what the law allows. */
export const promiseWithinTheLaw = defineRule({
  id: 'CHK-L4-LIMIT',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.serviceItem,
  *check({ timeLimit, legalLimit }) {
    const promised = hoursIn(timeLimit)
    const legal = hoursIn(legalLimit)
    if (timeLimit === undefined || legalLimit === undefined || promised === undefined || legal === undefined) return
    if (promised > legal) yield { field: 'timeLimit', values: { promised: writeDuration(timeLimit), legal: writeDuration(legalLimit) } }
  },
})
