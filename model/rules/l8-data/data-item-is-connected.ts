import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A data item that nothing refers to is a left-over or not yet used. */
export const dataItemIsConnected = defineRule({
  id: 'CHK-L8-UNUSED',
  severity: 'info',
  step: 'L8',
  on: ['dataItem'],
  source: norms.modelling,
  looksAt: [['by *', 'id']],
  *check({ id }, { lookups }) {
    const others = lookups.referrersOf(id).filter(({ kind }) => !['placement', 'comment', 'waiver'].includes(kind))
    if (others.length === 0) yield {}
  },
})
