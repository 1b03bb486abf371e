import { isConnected } from '../../method/datum.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Data that must not be shared are not connected all the same. */
export const notSharedIsNotConnected = defineRule({
  id: 'CHK-R1-NOTSHARED',
  severity: 'warning',
  step: 'R1',
  on: ['sharing'],
  source: norms.catalogue,
  *check({ shareType, state }) {
    if (shareType === 'notShared' && isConnected(state ?? '')) yield { field: 'shareType' }
  },
})
