import type { Step } from '../schema/define-kind.ts'
import type { ElementId } from '../schema/element.ts'
import type { Analysis } from './analyse.ts'
import type { Standing } from './standing.ts'

/** Completion of one step. Source: contracts C2. */
export interface StepStanding {
  readonly step: Step
  readonly done: number
  readonly total: number
  readonly missing: readonly { readonly element: ElementId; readonly rule: string }[]
}

/** The steps in the order of the V. */
export const stepOrder: readonly Step[] = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']

/** Completion of the fifteen steps; the counts come from totals, the lists of what is missing from one pass. */
export function stepsOf(analysis: Analysis): StepStanding[] {
  const missing = new Map<Step, { element: ElementId; rule: string }[]>(stepOrder.map(step => [step, []]))
  for (const [element, standings] of (analysis.values.get('standing') ?? []) as Iterable<readonly [ElementId, readonly Standing[]]>)
    for (const { step, done, rule } of standings) if (!done) missing.get(step)?.push({ element, rule: rule ?? '' })
  const total = (counter: string): number => analysis.totals.get(counter) ?? 0
  return stepOrder.map(step => ({
    step,
    done: total(`${step}/done`),
    total: total(`${step}/total`),
    missing: (missing.get(step) ?? []).sort((a, b) => (a.element < b.element ? -1 : a.element > b.element ? 1 : 0)),
  }))
}
