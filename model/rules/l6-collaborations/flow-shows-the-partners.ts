import type { View } from '../../method/define-fact.ts'
import { refIn } from '../../method/reading.ts'
import type { ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** An item of several departments whose flows know only one hides the collaboration. */
export const flowShowsThePartners = defineRule({
  id: 'CHK-L6-SINGLE',
  severity: 'warning',
  step: 'L6',
  on: ['item'],
  source: `${norms.plan}：多跨场景`,
  looksAt: [
    ['by step item', 'owner'],
    ['by step item > owner > owned step', 'organisation'],
  ],
  *check({ id, lead, assists }, view) {
    if ((assists ?? []).every(one => one === lead)) return
    const organisations = performersIn(id, view)
    if (organisations.size === 1) yield { values: { count: (assists ?? []).length } }
  },
})

/** Organisations of all steps in the flows the item appears in. */
function performersIn(item: ElementId, { get, lookups }: View): ReadonlySet<ElementId> {
  const flows = new Set(lookups.referrersOf(item, 'step', 'item').map(one => refIn(get(one.from), 'owner') ?? ''))
  const steps = [...flows].flatMap(flow => lookups.ownedBy(flow, 'step'))
  return new Set(steps.flatMap(step => refIn(get(step), 'organisation') ?? []))
}
