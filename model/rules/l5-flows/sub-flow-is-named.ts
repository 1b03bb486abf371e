import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A step that stands for a flow says which, and not the one it stands in. */
export const subFlowIsNamed = defineRule({
  id: 'CHK-L5-SUBFLOW',
  severity: 'warning',
  step: 'L5',
  on: ['step'],
  source: norms.bpmn,
  *check({ type, subflow, owner }) {
    if (subflow === undefined && (type === 'subProcess' || type === 'callActivity')) yield { field: 'subflow', values: { case: 'missing' } }
    if (subflow !== undefined && subflow === owner) yield { field: 'subflow', values: { case: 'itself' } }
  },
})
