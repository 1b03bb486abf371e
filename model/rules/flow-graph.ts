import type { View } from '../method/define-fact.ts'
import { refIn, textIn } from '../method/reading.ts'
import type { Element, ElementId } from '../schema/element.ts'

/** Steps of a flow and where they lead. Links to steps elsewhere take no part. */
export interface FlowGraph {
  readonly steps: readonly Element[]
  readonly next: (step: ElementId) => readonly ElementId[]
  readonly previous: (step: ElementId) => readonly ElementId[]
}

/** What `flowGraph` reads from a flow on: fields of its steps and links. */
export const flowReadings = [['owned step', 'type'], { named: 'owned step' }, ['owned link', 'from', 'to']] as const

const none: readonly never[] = []

/** The steps of a flow as a graph. */
export function flowGraph(flow: ElementId, { get, lookups }: View): FlowGraph {
  const steps = lookups
    .ownedBy(flow, 'step')
    .map(get)
    .filter(step => step !== undefined)
  const own = new Set(steps.map(step => step.id))
  const next = new Map<ElementId, ElementId[]>()
  const previous = new Map<ElementId, ElementId[]>()
  for (const id of lookups.ownedBy(flow, 'link')) {
    const link = get(id)
    const [from, to] = [refIn(link, 'from'), refIn(link, 'to')]
    if (from === undefined || to === undefined || !own.has(from) || !own.has(to)) continue
    next.set(from, [...(next.get(from) ?? none), to])
    previous.set(to, [...(previous.get(to) ?? none), from])
  }
  return { steps, next: step => next.get(step) ?? none, previous: step => previous.get(step) ?? none }
}

export const isStart = (step: Element): boolean => /start$/iu.test(textIn(step, 'type')) || textIn(step, 'type') === 'startEvent'

export const isEnd = (step: Element): boolean => textIn(step, 'type') === 'endEvent'

export const isGateway = (step: Element): boolean => textIn(step, 'type').endsWith('Gateway')
