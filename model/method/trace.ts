import type { ElementId } from '../schema/element.ts'
import { dependsOn, type GraphView, type Reached, usedBy, walk } from './graph.ts'

/** One element of a chain. */
export interface TraceStep {
  readonly element: ElementId
  readonly kind: string
  readonly name: string
  /** Steps from where the trace began. */
  readonly hops: number
  /** The field that leads to it; `owner` for containment. */
  readonly via: string
  /** The element before it on a shortest path. */
  readonly from: ElementId
}

/** The chain through an element: what rests on it, and what it rests on. Source: features F48. */
export interface Trace {
  readonly up: readonly TraceStep[]
  readonly down: readonly TraceStep[]
}

/** Follows the chain in both directions, nearest first. Undefined when there is no such element. */
export function trace(id: ElementId, view: GraphView): Trace | undefined {
  const start = view.get(id)
  if (start === undefined) return undefined
  return {
    up: walk(start, element => usedBy(element, view), view.get).map(stepOf),
    down: walk(start, element => dependsOn(element, view), view.get).map(stepOf),
  }
}

const stepOf = ({ element, hops, via, from }: Reached): TraceStep => ({
  element: element.id,
  kind: element.kind,
  name: element.name,
  hops,
  via,
  from,
})
