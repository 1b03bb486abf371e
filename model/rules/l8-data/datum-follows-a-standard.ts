import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A data item names its standard data element or says that there is none. */
export const datumFollowsAStandard = defineRule({
  id: 'CHK-L8-STD',
  severity: 'info',
  step: 'L8',
  on: ['dataItem'],
  source: norms.dataElement,
  *check({ identifier, nonStandard }) {
    if (identifier === undefined && nonStandard === undefined) yield { field: 'identifier' }
  },
  fix: ({ id }) => [{ set: id, fields: { nonStandard: true } }],
})
