import { datum } from '../../method/datum.ts'
import type { View } from '../../method/define-fact.ts'
import { kindOf } from '../../kinds/index.ts'
import { textIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule, type Found } from '../define-rule.ts'
import { norms } from '../norms.ts'

const entryFields = ['requirement', 'provider', 'providerSystem', 'shareType', 'method'] as const

/** Every shared requirement says where the data lie, whose they are and how they come: on its entries, before there are any on the datum. */
export const entryIsListed = defineRule({
  id: 'CHK-R1-LISTED',
  severity: 'error',
  step: 'R1',
  on: ['sharing', 'requirement'],
  source: `${norms.plan}（SR-R1、SR-R2）`,
  looksAt: [
    ['by sharing requirement', 'id'],
    ['ref dataItem', 'shareType', 'supplyMethod'],
    { fact: source, at: 'ref dataItem' },
    { fact: datum, at: 'ref dataItem' },
  ],
  *check(element, view) {
    if (element.kind === 'sharing') {
      for (const field of entryFields) if (element[field] === undefined) yield { field, values: { case: 'entry' } }
    } else if (element.dataItem !== undefined && view.lookups.referrersOf(element.id, 'sharing', 'requirement').length === 0)
      yield* unknownOf(element.dataItem, view)
  },
})

/** What has to be known of a shared datum before it can be listed. */
function* unknownOf(dataItem: ElementId, view: View): Iterable<Found> {
  if (view.fact(datum, dataItem)?.selfProduced) return
  const element: Element | undefined = view.get(dataItem)
  const known = view.fact(source, dataItem)
  const missing = [
    ...(known?.organisation === undefined ? ['sourceOrganisation'] : []),
    ...(known?.system === undefined ? ['sourceSystem'] : []),
    ...['shareType', 'supplyMethod'].filter(field => textIn(element, field) === ''),
  ]
  if (missing.length > 0)
    yield { values: { case: 'datum', missing: missing.map(field => kindOf('dataItem')?.fields[field]?.label ?? field) } }
}
