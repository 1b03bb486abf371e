import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What other offices may not have is not opened to everybody. */
export const notSharedIsNotOpen = defineRule({
  id: 'CHK-R1-OPEN',
  severity: 'error',
  step: 'R1',
  on: ['dataItem', 'resource', 'indicator'],
  source: norms.catalogue,
  *check({ shareType, openType }) {
    if (shareType === 'notShared' && openType !== undefined && openType !== 'notOpen') yield { field: 'openType' }
  },
  fix: ({ id }) => [{ set: id, fields: { openType: 'notOpen' } }],
})
