import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** One requirement per data item, whoever uses it. */
export const oneRequirementPerDatum = defineRule({
  id: 'CHK-L8-TWICE',
  severity: 'error',
  step: 'L8',
  on: ['requirement'],
  source: norms.plan,
  looksAt: [{ named: 'ref dataItem' }, ['ref dataItem > by requirement dataItem', 'id']],
  *check({ id, dataItem }, { get, lookups }) {
    if (dataItem === undefined) return
    const first = lookups.referrersOf(dataItem, 'requirement', 'dataItem')[0]?.from
    if (first !== undefined && first !== id) yield { field: 'dataItem', values: { datum: get(dataItem)?.name ?? '' } }
  },
})
