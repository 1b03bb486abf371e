import { labelOf } from '../../code-lists/index.ts'
import { isConnected, stateOf } from '../../method/datum.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is still to be connected; the state alone decides. */
export const entryIsConnected = defineRule({
  id: 'CHK-R2-STATE',
  severity: 'info',
  step: 'R2',
  on: ['sharing'],
  source: norms.plan,
  *check(entry) {
    const state = stateOf(entry)
    if (!isConnected(state)) yield { field: 'state', values: { state: labelOf('rightLegStatus', state) } }
  },
})
