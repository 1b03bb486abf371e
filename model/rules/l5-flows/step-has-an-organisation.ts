import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The organisation of a step is its lane; without it no hand-over is seen. */
export const stepHasAnOrganisation = defineRule({
  id: 'CHK-L5-ORG',
  severity: 'warning',
  step: 'L5',
  on: ['step'],
  source: norms.bpmn,
  *check({ organisation, type }) {
    if (organisation === undefined && !(type ?? '').endsWith('Event') && !(type ?? '').endsWith('Start')) yield { field: 'organisation' }
  },
})
