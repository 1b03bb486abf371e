import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** What can be shared must not be collected again. */
export const nothingCollectedTwice = defineRule({
  id: 'CHK-L8-DUPCOLLECT',
  severity: 'warning',
  step: 'L8',
  on: ['requirement'],
  source: norms.sharingLaw,
  looksAt: [['ref dataItem', 'resource'], { named: 'ref dataItem > ref resource' }, { named: 'ref dataItem > by resource items' }],
  *check({ collection, dataItem }, view) {
    if (collection !== 'new' || dataItem === undefined) return
    const authoritative = refIn(view.get(dataItem), 'resource')
    const listed = view.lookups.referrersOf(dataItem, 'resource', 'items').map(one => one.from)
    const resources = [...new Set([...(authoritative === undefined ? [] : [authoritative]), ...listed])]
    if (resources.length > 0) yield { field: 'collection', values: namesOf(resources, view) }
  },
  fix: ({ id }) => [{ set: id, fields: { collection: 'reuse' } }],
})
