import { kindOf } from '../../kinds/index.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { namedKinds } from './every-kind.ts'

/** What has no name cannot be found or spoken of. */
export const nameIsThere = defineRule({
  id: 'CHK-T-NAME',
  severity: 'warning',
  step: 'X',
  on: namedKinds,
  source: norms.modelling,
  *check({ name, kind }) {
    if (name.trim() === '') yield { field: 'name', values: { kind: kindOf(kind)?.label ?? '' } }
  },
})
