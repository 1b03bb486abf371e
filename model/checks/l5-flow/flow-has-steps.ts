import { defineRule } from '../define-rule.ts'

/** A flow has steps. */
export const flowHasSteps = defineRule({
  id: 'CHK-L5-NOSTEP',
  severity: 'error',
  step: 'L5',
  on: ['flow'],
  source: 'BPMN 2.0',
  looksAt: [['owned']],
  *check(flow, { lookups }) {
    if (lookups.ownedBy(flow.id, 'step').length === 0) yield {}
  },
})
