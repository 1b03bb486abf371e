import { datum } from '../../method/datum.ts'
import { source } from '../../method/source.ts'
import { uses } from '../../method/uses.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Whose a datum is and in which system it lies is known, one by one. Before anything is listed, CHK-R1-LISTED says it of the requirement. */
export const sourceIsKnown = defineRule({
  id: 'CHK-L8-NOSRC',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: `${norms.plan}（SR-R1）`,
  looksAt: [{ fact: uses }, { fact: source }, { fact: datum }, ['by requirement dataItem > by sharing requirement', 'id']],
  *check({ id }, view) {
    const requirement = view.fact(datum, id)?.requirement
    const isListed = requirement !== undefined && view.lookups.referrersOf(requirement, 'sharing', 'requirement').length > 0
    if (view.fact(uses, id) === undefined || (requirement !== undefined && !isListed)) return
    const known = view.fact(source, id)
    if (known?.organisation === undefined) yield { field: 'sourceOrganisation' }
    if (known?.system === undefined) yield { field: 'sourceSystem' }
  },
})
