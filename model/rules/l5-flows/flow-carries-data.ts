import { membersIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Every flow names the data or indicators that support it. */
export const flowCarriesData = defineRule({
  id: 'CHK-L5-NODATA',
  severity: 'info',
  step: 'L5',
  on: ['flow'],
  source: `${norms.plan}（SR-L3）`,
  looksAt: [
    ['owned step', 'inputs', 'outputs', 'materials'],
    ['owned link', 'data'],
    ['owned step > by indicator steps', 'id'],
  ],
  *check({ id }, { get, lookups }) {
    const steps = lookups.ownedBy(id, 'step')
    const fields = ['inputs', 'outputs', 'materials']
    const carries = steps.some(
      step => fields.some(field => membersIn(get(step), field).length > 0) || lookups.referrersOf(step, 'indicator', 'steps').length > 0,
    )
    const hands = lookups.ownedBy(id, 'link').some(link => membersIn(get(link), 'data').length > 0)
    if (steps.length > 0 && !carries && !hands) yield {}
  },
})
