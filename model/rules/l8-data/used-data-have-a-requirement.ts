import { uses } from '../../method/uses.ts'
import { datum } from '../../method/datum.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** What is used is required; the list of requirements has every datum once. */
export const usedDataHaveARequirement = defineRule({
  id: 'CHK-L8-NOREQ',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.plan,
  looksAt: [{ fact: uses }, { fact: datum }],
  *check({ id }, view) {
    const count = view.fact(uses, id)?.length ?? 0
    if (count > 0 && view.fact(datum, id)?.requirement === undefined) yield { values: { count } }
  },
  fix: ({ id, name }) => [{ add: 'requirement', name, fields: { dataItem: id } }],
})
