import { codeUnitCompare, naturalCompare } from '../base/text.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { stateOf } from './datum.ts'
import type { View } from './define-fact.ts'
import { emptyGains, type Gains, openSimulation, type Simulation } from './simulate.ts'
import { refIn, textIn } from './reading.ts'

/** One service to connect, with what becomes ready by it and by all before it. Source: contracts C8. */
export interface PlanStep {
  readonly rank: number
  readonly service: Element
  readonly organisation?: ElementId
  /** Requirements satisfied by this step. */
  readonly requirements: readonly ElementId[]
  readonly gains: Gains
  readonly cumulative: Gains
  /** Present when the service, or an entry that names it, is blocked: it comes after all others. */
  readonly blockedBy?: { readonly element: ElementId; readonly reason: string }
}

export interface Plan {
  readonly steps: readonly PlanStep[]
  /** Shared, unsatisfied requirements that no service can satisfy: an open entry of theirs names none, or there is no entry. */
  readonly unplanned: readonly ElementId[]
}

interface Candidate {
  readonly service: Element
  readonly blockedBy: PlanStep['blockedBy'] | undefined
  gains: Gains
}

/** The order in which connecting services makes the most items ready soonest, computed greedily. */
export function breakthroughPlan(view: View): Plan {
  const simulation = openSimulation(view)
  const candidates = candidatesOf(view, simulation)
  const steps: PlanStep[] = []
  let cumulative = emptyGains
  const connectAll = (rest: Set<Candidate>): void => {
    for (const one of rest) one.gains = simulation.gains(one.service.id)
    while (rest.size > 0) {
      const best = [...rest].reduce((a, b) => (compareCandidates(a, b) <= 0 ? a : b))
      rest.delete(best)
      // Levels above items may have moved since; the order hangs on items, indicators and requirements alone.
      best.gains = simulation.gains(best.service.id)
      const { gained, affected } = simulation.connect(best.service.id)
      cumulative = sum(cumulative, best.gains)
      steps.push(stepOf(steps.length + 1, best, gained, cumulative))
      for (const one of rest) if (affected.has(one.service.id)) one.gains = simulation.gains(one.service.id)
    }
  }
  connectAll(new Set(candidates.filter(one => one.blockedBy === undefined)))
  connectAll(new Set(candidates.filter(one => one.blockedBy !== undefined)))
  return { steps, unplanned: simulation.open().sort(codeUnitCompare) }
}

function stepOf(rank: number, { service, gains, blockedBy }: Candidate, requirements: readonly ElementId[], cumulative: Gains): PlanStep {
  const organisation = refIn(service, 'provider')
  return {
    rank,
    service,
    ...(organisation === undefined ? {} : { organisation }),
    requirements,
    gains,
    cumulative,
    ...(blockedBy === undefined ? {} : { blockedBy }),
  }
}

function candidatesOf(view: View, simulation: Simulation): Candidate[] {
  return simulation.services().map(id => {
    const service = view.get(id) as Element
    return { service, blockedBy: blockerOf(service, view), gains: emptyGains }
  })
}

function blockerOf(service: Element, view: View): PlanStep['blockedBy'] | undefined {
  if (textIn(service, 'state') === 'blocked') return { element: service.id, reason: textIn(service, 'blockReason') }
  for (const { from } of view.lookups.referrersOf(service.id, 'sharing', 'service')) {
    const entry = view.get(from)
    if (entry && stateOf(entry) === 'blocked') return { element: from, reason: textIn(entry, 'blockReason') }
  }
  return undefined
}

/** Most items, then indicators, then requirements, then natural order of code, then id. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.gains.items - a.gains.items ||
    b.gains.indicators - a.gains.indicators ||
    b.gains.requirements - a.gains.requirements ||
    naturalCompare(a.service.code ?? '', b.service.code ?? '') ||
    codeUnitCompare(a.service.id, b.service.id)
  )
}

function sum(a: Gains, b: Gains): Gains {
  return {
    requirements: a.requirements + b.requirements,
    indicators: a.indicators + b.indicators,
    items: a.items + b.items,
    units: a.units + b.units,
    modules: a.modules + b.modules,
    systems: a.systems + b.systems,
  }
}
