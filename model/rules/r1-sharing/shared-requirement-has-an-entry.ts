import { datum } from '../../method/datum.ts'
import { refIn, textIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import { defineRule, type Fix } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** A shared requirement stands on the sharing list, once for each consumer. */
export const sharedRequirementHasAnEntry = defineRule({
  id: 'CHK-R1-NOENTRY',
  severity: 'warning',
  step: 'R1',
  on: ['requirement'],
  source: norms.plan,
  looksAt: [['by sharing requirement', 'id'], { fact: datum, at: 'ref dataItem' }],
  *check({ id, dataItem }, view) {
    if (dataItem === undefined || view.fact(datum, dataItem)?.selfProduced) return
    if (view.lookups.referrersOf(id, 'sharing', 'requirement').length === 0) yield {}
  },
  fix({ id, dataItem, name }, view) {
    const known = view.fact(source, dataItem ?? '')
    const element = view.get(dataItem ?? '')
    const from = { provider: known?.organisation, providerSystem: known?.system, resource: known?.resource }
    const how = {
      shareType: refIn(element, 'shareType'),
      condition: textIn(element, 'shareCondition'),
      method: refIn(element, 'supplyMethod'),
    }
    const consumers = (view.fact(datum, dataItem ?? '')?.consumers ?? []).filter(one => one !== known?.organisation)
    return consumers.map(
      (consumer): Fix => ({
        add: 'sharing',
        name: `${name} → ${nameOf(consumer, view)}`,
        fields: { requirement: id, consumerOrganisation: consumer, state: 'listed', ...from, ...how },
      }),
    )
  },
})
