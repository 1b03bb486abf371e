import { uses } from '../../method/uses.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A requirement is for something. */
export const requirementIsUsed = defineRule({
  id: 'CHK-X-ORPHAN',
  severity: 'warning',
  step: 'L8',
  on: ['requirement'],
  source: '需求要有出处',
  looksAt: [['references']],
  facts: [uses],
  *check(requirement, view) {
    const dataItem = refIn(requirement, 'dataItem')
    if (dataItem !== undefined && view.fact(uses, dataItem) === undefined) yield {}
  },
})
