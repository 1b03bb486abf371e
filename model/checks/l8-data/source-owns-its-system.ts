import { source } from '../../method/source.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** The source of a datum owns the system or the resource it comes from. */
export const sourceOwnsItsSystem = defineRule({
  id: 'CHK-L8-SRC',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: '不予提供原因：该数据不在本部门',
  looksAt: [['references'], ['references', 'references']],
  facts: [source],
  *check(dataItem, view) {
    const known = view.fact(source, dataItem.id)
    const owner = refIn(view.get(known?.system ?? ''), 'ownerOrganisation')
    const provider = refIn(view.get(known?.resource ?? ''), 'provider')
    const organisation = known?.organisation
    if (organisation !== undefined && owner !== undefined && owner !== organisation && provider !== organisation)
      yield { field: 'sourceOrganisation', values: { owner: view.get(owner)?.name ?? '' } }
  },
})
