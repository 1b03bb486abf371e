import { kindOf } from '../../kinds/index.ts'
import { commonFields } from '../../schema/define-kind.ts'
import { datum } from '../../method/datum.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is blocked says why, who acts and what comes next. */
export const blockedWithAReason = defineRule({
  id: 'CHK-R1-BLOCKED',
  severity: 'error',
  step: 'R1',
  on: ['requirement'],
  source: norms.application,
  looksAt: [{ fact: datum, at: 'ref dataItem' }],
  *check(requirement, view) {
    if (view.fact(datum, requirement.dataItem ?? '')?.state !== 'blocked') return
    const missing = (['blockReason', 'responsible', 'nextStep'] as const).filter(field => requirement[field] === undefined)
    const [field] = missing
    if (field !== undefined) yield { field, values: { missing: missing.map(labelOfField) } }
  },
})

const labelOfField = (field: 'blockReason' | 'responsible' | 'nextStep'): string =>
  field === 'responsible' ? commonFields.responsible.label : (kindOf('requirement')?.fields[field]?.label ?? field)
