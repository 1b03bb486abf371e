import { refIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** The source organisation owns the system or provides the resource; else it will answer that it does not hold the data. */
export const sourceHoldsTheData = defineRule({
  id: 'CHK-L8-SRC',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: `${norms.application}：该数据不在本部门`,
  looksAt: [
    { fact: source },
    ['ref resource', 'provider', 'system'],
    ['ref resource > ref system', 'ownerOrganisation'],
    ['ref sourceSystem', 'ownerOrganisation'],
    ...['ref sourceOrganisation', 'ref sourceSystem', 'ref resource > ref provider', 'ref resource > ref system'].map(named => ({ named })),
  ],
  *check({ id }, view) {
    const { organisation, system, resource } = view.fact(source, id) ?? {}
    const owner = refIn(view.get(system ?? ''), 'ownerOrganisation')
    if (organisation === undefined || owner === undefined || owner === organisation) return
    if (refIn(view.get(resource ?? ''), 'provider') === organisation) return
    yield { field: 'sourceOrganisation', values: { organisation: nameOf(organisation, view), system: nameOf(system, view) } }
  },
})
