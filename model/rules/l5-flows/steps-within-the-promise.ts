import type { View } from '../../method/define-fact.ts'
import { refIn } from '../../method/reading.ts'
import type { Duration, ElementId } from '../../schema/element.ts'
import { hoursIn, inDays } from '../durations.ts'
import { defineRule } from '../define-rule.ts'
import { type FlowGraph, flowGraph } from '../flow-graph.ts'
import { norms } from '../norms.ts'
import { writeDuration } from '../../wording/duration.ts'

/** The longest way through the steps of an item takes no longer than what is promised for it. */
export const stepsWithinThePromise = defineRule({
  id: 'CHK-L5-LIMIT',
  severity: 'warning',
  step: 'L5',
  on: ['item'],
  source: norms.serviceItem,
  looksAt: [
    ['by step item > owner > owned step', 'timeLimit', 'item'],
    ['by step item > owner > owned link', 'from', 'to'],
  ],
  *check({ id, timeLimit }, view) {
    const promised = hoursIn(timeLimit)
    if (timeLimit === undefined || promised === undefined) return
    const flows = new Set(view.lookups.referrersOf(id, 'step', 'item').map(one => refIn(view.get(one.from), 'owner') ?? ''))
    const longest = Math.max(0, ...Array.from(flows, flow => longestWay(id, flowGraph(flow, view), view)))
    if (longest > promised) yield { field: 'timeLimit', values: { days: inDays(longest), promised: writeDuration(timeLimit) } }
  },
})

/** Hours on the longest way through a flow, counting only steps of the item; a loop is counted once. */
function longestWay(item: ElementId, { steps, next }: FlowGraph, view: View): number {
  const known = new Map<ElementId, number>()
  const from = (id: ElementId): number => {
    const found = known.get(id)
    if (found !== undefined) return found
    // What leads back here is on its way already.
    known.set(id, 0)
    const step = view.get(id)
    const own = step?.['item'] === item ? (hoursIn(step['timeLimit'] as Duration | undefined) ?? 0) : 0
    const way = own + Math.max(0, ...next(id).map(from))
    known.set(id, way)
    return way
  }
  return Math.max(0, ...steps.map(step => from(step.id)))
}
