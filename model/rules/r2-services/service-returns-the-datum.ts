import { membersIn, refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** The service an entry goes through returns the datum the entry is for. */
export const serviceReturnsTheDatum = defineRule({
  id: 'CHK-R2-COVER',
  severity: 'warning',
  step: 'R2',
  on: ['sharing'],
  source: norms.plan,
  looksAt: [
    ['ref service', 'response'],
    { named: 'ref service' },
    ['ref requirement', 'dataItem'],
    { named: 'ref requirement > ref dataItem' },
  ],
  *check({ service, requirement }, view) {
    const response = membersIn(view.get(service ?? ''), 'response')
    const dataItem = refIn(view.get(requirement ?? ''), 'dataItem')
    if (response.length > 0 && dataItem !== undefined && !response.includes(dataItem))
      yield { field: 'service', values: { service: nameOf(service, view), datum: nameOf(dataItem, view) } }
  },
  fix({ service, requirement }, view) {
    const dataItem = refIn(view.get(requirement ?? ''), 'dataItem')
    if (service === undefined || dataItem === undefined) return []
    return [{ set: service, fields: { response: [...membersIn(view.get(service), 'response'), dataItem].sort() } }]
  },
})
