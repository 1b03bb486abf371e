import { loops } from '../../formula/index.ts'
import type { View } from '../../method/define-fact.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { type FlowGraph, flowGraph, flowReadings, isEnd, isGateway, isStart } from '../flow-graph.ts'
import { namesOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Every step is reached from a start and leads to an end, and no loop runs without a decision. */
export const flowCanBeWalked = defineRule({
  id: 'CHK-L5-DEAD',
  severity: 'error',
  step: 'L5',
  on: ['flow'],
  source: norms.bpmn,
  looksAt: flowReadings,
  *check({ id }, view) {
    const graph = flowGraph(id, view)
    if (graph.steps.length === 0) return
    const starts = graph.steps.filter(isStart)
    const ends = graph.steps.filter(isEnd)
    if (starts.length === 0) yield { values: { case: 'start' } }
    else yield* missed('unreached', starts, graph.next, { graph, view })
    if (ends.length === 0) yield { values: { case: 'end' } }
    else yield* missed('stuck', ends, graph.previous, { graph, view })
    const [loop] = undecided(graph)
    if (loop) yield { values: { case: 'loop', ...namesOf(loop, view) } }
  },
})

/** Steps that cannot be reached from some of them. */
function* missed(
  name: string,
  from: readonly Element[],
  onwards: (id: ElementId) => readonly ElementId[],
  { graph, view }: { readonly graph: FlowGraph; readonly view: View },
) {
  const reached = new Set(from.map(step => step.id))
  for (const id of reached) for (const other of onwards(id)) reached.add(other)
  const others = graph.steps.filter(step => !reached.has(step.id)).map(step => step.id)
  if (others.length > 0) yield { values: { case: name, ...namesOf(others, view) } }
}

/** Loops in which nobody decides when to leave. */
function undecided({ steps, next }: FlowGraph): readonly (readonly ElementId[])[] {
  const plain = new Set(steps.filter(step => !isGateway(step)).map(step => step.id))
  return loops(plain, id => next(id).filter(other => plain.has(other)))
}
