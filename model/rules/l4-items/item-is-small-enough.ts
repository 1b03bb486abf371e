import type { View } from '../../method/define-fact.ts'
import { refIn } from '../../method/reading.ts'
import type { ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** A leaf has one lead, one trigger and one result; many data or flows hint at several items in one. */
export const itemIsSmallEnough = defineRule({
  id: 'CHK-L4-GRAN',
  severity: 'info',
  step: 'L4',
  on: ['item'],
  source: norms.smallestItem,
  looksAt: [thresholdSettings, ['by step item', 'owner'], ['owned flow', 'id']],
  *check({ id, needs, trigger, result }, view) {
    const mostNeeds = thresholdIn(view, 'itemNeeds')
    const mostFlows = thresholdIn(view, 'itemFlows')
    const flows = flowsOf(id, view).size
    if (needs !== undefined && needs.length > mostNeeds)
      yield { field: 'needs', values: { case: 'needs', count: needs.length, most: mostNeeds } }
    if (flows > mostFlows) yield { values: { case: 'flows', count: flows, most: mostFlows } }
    if (isSeveral(trigger)) yield { field: 'trigger', values: { case: 'triggers' } }
    if (isSeveral(result)) yield { field: 'result', values: { case: 'results' } }
  },
})

/** Flows below the item or with one of its steps. */
function flowsOf(item: ElementId, { get, lookups }: View): ReadonlySet<ElementId> {
  const flows = new Set(lookups.ownedBy(item, 'flow'))
  for (const { from } of lookups.referrersOf(item, 'step', 'item')) {
    const flow = refIn(get(from), 'owner')
    if (flow !== undefined) flows.add(flow)
  }
  return flows
}

/** Several statements in one field: numbered, or parted by semicolons or lines. */
const isSeveral = (text: string | undefined): boolean =>
  text !== undefined && text.split(/[；;\n]/u).filter(part => part.trim() !== '').length > 1
