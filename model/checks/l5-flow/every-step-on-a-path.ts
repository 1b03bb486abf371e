import { deadEnds } from './dead-ends.ts'
import { defineRule } from '../define-rule.ts'

/** Every step is reached from a start and leads to an end. */
export const everyStepOnAPath = defineRule({
  id: 'CHK-L5-DEAD',
  severity: 'error',
  step: 'L5',
  on: ['flow'],
  source: 'BPMN 2.0',
  looksAt: [['owned']],
  *check(flow, view) {
    const { unreached, stuck } = deadEnds(flow, view)
    if (unreached.length > 0) yield { values: { problem: '走不到', steps: unreached } }
    if (stuck.length > 0) yield { values: { problem: '走不出去', steps: stuck } }
  },
})
