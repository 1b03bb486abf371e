import { isConnected, stateOf } from '#model/method/datum.ts'
import { type Plan, breakthroughPlan, type PlanStep } from '#model/method/plan.ts'
import { refIn } from '#model/method/reading.ts'
import type { Gains } from '#model/method/simulate.ts'
import { text } from '#words/index.ts'
import { once } from '../session/now.ts'

/** A service worth connecting, as screens show it. */
export interface Breakthrough {
  readonly rank: number
  readonly service: string
  readonly name: string
  readonly organisation: string
  readonly requirements: readonly string[]
  /** What becomes ready by it. */
  readonly gains: string
  /** What has become ready by it and all before it. */
  readonly cumulative: string
  readonly isBlocked: boolean
}

export const plan = once((now): Plan => breakthroughPlan(now.view))

/** What to connect, in the order that makes the most items ready soonest. */
export const breakthroughs = once((now): readonly Breakthrough[] =>
  plan(now).steps.map((step: PlanStep) => ({
    rank: step.rank,
    service: step.service.id,
    name: step.service.name,
    organisation: (step.organisation && now.view.get(step.organisation)?.name) ?? '',
    requirements: step.requirements,
    gains: gainsText(step.gains),
    cumulative: gainsText(step.cumulative),
    isBlocked: step.blockedBy !== undefined,
  })),
)

const levels = ['items', 'indicators', 'units', 'modules', 'systems'] as const

/** What grows at each level, as one text; a level that does not is left out. */
export function gainsText(gains: Gains): string {
  const parts = levels.flatMap(level => (gains[level] > 0 ? [text(`screens/gain-${level}`, { count: gains[level] })] : []))
  return text('screens/listed', { names: parts }) || text('screens/gain-none')
}

/** How many services the plan has: those that an open entry names. Cheaper than the plan, for what is always on screen. */
export const breakthroughCount = once(({ view }): number => {
  const services = new Set<string>()
  for (const id of view.lookups.allOf('sharing')) {
    const entry = view.get(id)
    const service = refIn(entry, 'service')
    if (entry !== undefined && service !== undefined && !isConnected(stateOf(entry))) services.add(service)
  }
  return services.size
})
