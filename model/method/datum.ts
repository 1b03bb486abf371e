import type { Element, ElementId } from '../schema/element.ts'
import { defineFact, type Edit, type View } from './define-fact.ts'
import { refIn, textIn } from './reading.ts'
import { source } from './source.ts'
import { uses } from './uses.ts'

/** States of a sharing entry, weakest first. Source: contracts C1.10. */
export const states = ['notStarted', 'listed', 'applied', 'sourceConfirmed', 'authorised', 'connected', 'inUse'] as const

/** State of an entry or a requirement; two stand apart from the order. */
export type State = (typeof states)[number] | 'selfProduced' | 'blocked'

export const isConnected = (state: string): boolean => state === 'connected' || state === 'inUse'

/** What the method says of a data item and the requirement for it. Source: contracts C1.3–C1.5. */
export interface Datum {
  /** The stored requirement, where there is one. */
  readonly requirement?: ElementId
  readonly state: State
  /** The source is the only consumer: nothing to share, outside every denominator. */
  readonly selfProduced: boolean
  readonly satisfied: boolean
  /** Organisations that must receive it: the leads of the core businesses that use it, without one the using organisations. */
  readonly consumers: readonly ElementId[]
  readonly minute: boolean
}

export const datum = defineFact<Datum>({
  id: 'datum',
  on: ['dataItem'],
  value(dataItem, view) {
    const requirement = requirementOf(dataItem.id, view)
    const consumers = consumersOf(dataItem, view)
    const selfProduced = isSelfProduced(dataItem, requirement, consumers, view)
    if (requirement === undefined)
      return { state: selfProduced ? 'selfProduced' : 'notStarted', selfProduced, satisfied: false, consumers, minute: false }
    const entries = entriesOf(requirement.id, view)
    return {
      requirement: requirement.id,
      state: selfProduced ? 'selfProduced' : lowest(entries),
      selfProduced,
      satisfied: !selfProduced && entries.length > 0 && entries.every(entry => isConnected(stateOf(entry))),
      consumers,
      minute: textIn(requirement, 'timeliness') === 'minute',
    }
  },
  touched,
  *counts(value) {
    if (value.requirement === undefined) return
    yield ['requirements', 1]
    if (value.selfProduced) {
      yield ['requirements/selfProduced', 1]
      return
    }
    yield ['requirements/shared', 1]
    if (value.satisfied) yield ['requirements/satisfied', 1]
    if (value.minute) yield ['requirements/minute', 1]
    if (value.minute && value.satisfied) yield ['requirements/minuteSatisfied', 1]
  },
})

/** The requirement of a data item; should a merge have left two, the first by id. */
export function requirementOf(dataItem: ElementId, view: View): Element | undefined {
  const first = view.lookups.referrersOf(dataItem, 'requirement', 'dataItem')[0]
  return first && view.get(first.from)
}

export function entriesOf(requirement: ElementId, view: View): readonly Element[] {
  const entries: Element[] = []
  for (const { from } of view.lookups.referrersOf(requirement, 'sharing', 'requirement')) {
    const entry = view.get(from)
    if (entry !== undefined) entries.push(entry)
  }
  return entries
}

/** The state of a sharing entry; one without is not started. */
export const stateOf = (entry: Element): string => textIn(entry, 'state') || 'notStarted'

const ranks: ReadonlyMap<string, number> = new Map(states.map((state, rank) => [state, rank]))

function lowest(entries: readonly Element[]): State {
  if (entries.length === 0) return 'notStarted'
  if (entries.some(entry => stateOf(entry) === 'blocked')) return 'blocked'
  let rank: number = states.length - 1
  for (const entry of entries) rank = Math.min(rank, ranks.get(stateOf(entry)) ?? 0)
  return states[rank] ?? 'notStarted'
}

function isSelfProduced(dataItem: Element, requirement: Element | undefined, consumers: readonly ElementId[], view: View): boolean {
  const stated = requirement?.['selfProduced']
  if (typeof stated === 'boolean') return stated
  const organisation = view.fact(source, dataItem.id)?.organisation
  return organisation !== undefined && consumers.length === 1 && consumers[0] === organisation
}

const none: readonly never[] = []

function consumersOf(dataItem: Element, view: View): readonly ElementId[] {
  const used = view.fact(uses, dataItem.id)
  if (used === undefined) return none
  const found = new Set<ElementId>()
  for (const { leads, organisation } of used) {
    if (leads.length > 0) for (const lead of leads) found.add(lead)
    else if (organisation !== undefined) found.add(organisation)
  }
  return found.size > 1 ? [...found].sort() : [...found]
}

function* touched(edit: Edit): Iterable<ElementId> {
  yield* edit.changed(uses)
  yield* edit.changed(source)
  for (const [id, [before, after]] of edit.delta) {
    if (before?.kind === 'dataItem' || after?.kind === 'dataItem') yield id
    yield* dataItemBehind(before, edit.before)
    yield* dataItemBehind(after, edit.after)
  }
}

function* dataItemBehind(element: Element | undefined, view: View): Iterable<ElementId> {
  const requirement =
    element?.kind === 'requirement' ? element : element?.kind === 'sharing' ? view.get(refIn(element, 'requirement') ?? '') : undefined
  const dataItem = refIn(requirement, 'dataItem')
  if (dataItem !== undefined) yield dataItem
}
