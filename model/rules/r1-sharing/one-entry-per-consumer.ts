import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A requirement has one entry for each consumer; two would be counted and asked for twice. */
export const oneEntryPerConsumer = defineRule({
  id: 'CHK-R1-TWOENTRY',
  severity: 'warning',
  step: 'R1',
  on: ['sharing'],
  source: norms.plan,
  looksAt: [['ref requirement > by sharing requirement', 'consumerOrganisation', 'consumerSystem', 'provider']],
  *check({ id, requirement, consumerOrganisation, consumerSystem, provider }, { get, lookups }) {
    if (requirement === undefined || consumerOrganisation === undefined) return
    const others = lookups.referrersOf(requirement, 'sharing', 'requirement').filter(({ from }) => {
      const other = from < id ? get(from) : undefined
      const isSameConsumer = refIn(other, 'consumerOrganisation') === consumerOrganisation
      return isSameConsumer && refIn(other, 'consumerSystem') === consumerSystem && refIn(other, 'provider') === provider
    })
    if (others.length > 0) yield { field: 'consumerOrganisation', values: { count: others.length + 1 } }
  },
})
