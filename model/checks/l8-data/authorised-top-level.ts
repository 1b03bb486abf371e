import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Data of level L4 are shared only with an authorisation; a condition text is none. */
export const authorisedTopLevel = defineRule({
  id: 'CHK-L8-LEVELUP',
  severity: 'warning',
  step: 'L8',
  on: ['dataItem'],
  source: 'DB33/T 2351—2021',
  looksAt: [['referrers'], ['referrers', 'referrers']],
  *check(dataItem, view) {
    if (textIn(dataItem, 'securityLevel') !== 'L4') return
    const entries = view.lookups
      .referrersOf(dataItem.id, 'requirement', 'dataItem')
      .flatMap(one => view.lookups.referrersOf(one.from, 'sharing', 'requirement'))
    if (entries.some(entry => textIn(view.get(entry.from), 'authorisation') === '')) yield { field: 'securityLevel' }
  },
})
