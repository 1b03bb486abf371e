import type { Delta } from '../document/delta.ts'
import type { DocumentState } from '../document/lookups.ts'
import { buildFacts, type Facts, updateFacts, type View, viewOf } from '../method/define-fact.ts'
import { facts as methodFacts } from '../method/facts.ts'
import { ruleFacts } from '../rules/index.ts'
import { standingFact } from './standing.ts'

/** A document with everything that is known of it: facts of the method, findings, standing of the steps. */
export interface Analysis extends Facts {
  /** `YYYY-MM-DD`; waivers expire by it. */
  readonly today: string
}

/** Facts in an order in which each reads only earlier ones. */
const listFor = (today: string) => [...methodFacts, ...ruleFacts, standingFact(today)]

/** Everything known of a document, from scratch. */
export const analyse = (state: DocumentState, today: string): Analysis => ({ ...buildFacts(listFor(today), state), today })

/** The same after an edit; only what the edit touched is computed again. */
export const follow = (analysis: Analysis, after: DocumentState, delta: Delta): Analysis => ({
  ...updateFacts(listFor(analysis.today), analysis, after, delta),
  today: analysis.today,
})

export const viewIn = (facts: Facts): View => viewOf(facts.state, facts.values, facts.totals)
