import { labelOf } from '../../code-lists/index.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Operations refuse classified data; should another program have written some, it is said here. */
export const nothingClassified = defineRule({
  id: 'CHK-L8-SECRET',
  severity: 'error',
  step: 'L8',
  on: ['dataItem', 'indicator', 'resource'],
  source: norms.secrets,
  *check({ secret }) {
    if (secret !== undefined && secret !== 'unclassified') yield { field: 'secret', values: { level: labelOf('secretLevel', secret) } }
  },
})
