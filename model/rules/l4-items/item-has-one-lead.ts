import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** A line of roles does not name a second lead, and the lead does not assist itself. */
export const itemHasOneLead = defineRule({
  id: 'CHK-L4-ONELEAD',
  severity: 'error',
  step: 'L4',
  on: ['item'],
  source: norms.lead,
  looksAt: [{ named: 'ref assistRoles' }],
  *check({ lead, assistRoles }, view) {
    if (lead === undefined) return
    const others = (assistRoles ?? []).flatMap(({ organisation, role }) =>
      role === 'lead' && typeof organisation === 'string' && organisation !== lead ? [organisation] : [],
    )
    if (others.length > 0) yield { field: 'assistRoles', values: { names: others.map(id => nameOf(id, view)) } }
  },
})
