import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Data of level L4 are shared only with an authorisation; a condition text is none. */
export const topLevelIsAuthorised = defineRule({
  id: 'CHK-L8-LEVELUP',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: norms.grading,
  looksAt: [['by requirement dataItem > by sharing requirement', 'authorisation']],
  *check({ id, securityLevel }, { get, lookups }) {
    if (securityLevel !== 'L4') return
    const entries = lookups
      .referrersOf(id, 'requirement', 'dataItem')
      .flatMap(requirement => lookups.referrersOf(requirement.from, 'sharing', 'requirement'))
    const open = entries.filter(entry => textIn(get(entry.from), 'authorisation') === '').length
    if (open > 0) yield { field: 'securityLevel', values: { count: open } }
  },
})
