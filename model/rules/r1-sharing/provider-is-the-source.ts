import { refIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** The organisation that is asked is the one that holds the datum. */
export const providerIsTheSource = defineRule({
  id: 'CHK-R1-PROVIDER',
  severity: 'warning',
  step: 'R1',
  on: ['sharing'],
  source: `${norms.application}：该数据不在本部门`,
  looksAt: [
    ['ref requirement', 'dataItem'],
    { fact: source, at: 'ref requirement > ref dataItem' },
    { named: 'ref provider' },
    { named: 'ref requirement > ref dataItem > ref sourceOrganisation' },
    { named: 'ref requirement > ref dataItem > ref resource > ref provider' },
  ],
  *check({ requirement, provider }, view) {
    const dataItem = refIn(view.get(requirement ?? ''), 'dataItem')
    const organisation = view.fact(source, dataItem ?? '')?.organisation
    if (provider !== undefined && organisation !== undefined && organisation !== provider)
      yield { field: 'provider', values: { provider: nameOf(provider, view), source: nameOf(organisation, view) } }
  },
  fix({ id, requirement }, view) {
    const dataItem = refIn(view.get(requirement ?? ''), 'dataItem')
    return [{ set: id, fields: { provider: view.fact(source, dataItem ?? '')?.organisation } }]
  },
})
