import type { Element, ElementId } from '../schema/element.ts'
import { evidence } from './evidence.ts'
import type { View } from './define-fact.ts'
import { membersIn, refIn, textIn } from './reading.ts'

/** What should be there for every item. */
export const aspects = ['flow', 'indicator', 'data', 'collaboration', 'basis'] as const

export type Aspect = (typeof aspects)[number]

/** The kind of what fills an aspect, for its label. */
export const aspectKinds: { readonly [A in Aspect]: string } = {
  flow: 'flow',
  indicator: 'indicator',
  data: 'dataItem',
  collaboration: 'collaboration',
  basis: 'basis',
}

/** Rules whose waiver on the row says that the hole may stay. Source: domain §6. */
export const aspectRules: { readonly [A in Aspect]: readonly string[] } = {
  flow: ['CHK-L5-NOFLOW'],
  indicator: ['CHK-L7-NOIND'],
  data: ['CHK-L4-NEEDS', 'CHK-L4-NONEED'],
  collaboration: ['CHK-L6-DERIVE', 'CHK-L6-SINGLE'],
  basis: ['CHK-L1-LAW', 'CHK-L4-BASIS'],
}

/** What fills an aspect of an element: its own, and that of the items it owns or selects. */
export function fillersOf(element: Element, aspect: Aspect, view: View): readonly ElementId[] {
  const found = new Set<ElementId>(ownFillers(element, aspect, view))
  for (const item of itemsOf(element, view)) for (const id of ownFillers(item, aspect, view)) found.add(id)
  return [...found]
}

function* ownFillers(element: Element, aspect: Aspect, view: View): Iterable<ElementId> {
  const { id } = element
  const { lookups } = view
  switch (aspect) {
    case 'flow':
      yield* lookups.ownedBy(id, 'flow')
      yield* membersIn(element, 'flows')
      for (const { from } of lookups.referrersOf(id, 'step', 'item')) yield* ownerOf(view.get(from))
      break
    case 'indicator':
      yield* membersIn(element, 'indicators')
      for (const { from } of lookups.referrersOf(id, 'indicator', 'items')) yield from
      for (const measure of lookups.ownedBy(id, 'measure')) yield* refsIn(view.get(measure), 'indicator')
      break
    case 'data':
      yield* membersIn(element, 'needs')
      yield* membersIn(element, 'dataItems')
      break
    case 'collaboration':
      yield* membersIn(element, 'collaborations')
      for (const { from } of lookups.referrersOf(id, 'collaboration', 'item')) yield from
      break
    case 'basis':
      yield* membersIn(element, 'bases')
      break
  }
}

const ownerOf = (element: Element | undefined): Iterable<ElementId> => refsIn(element, 'owner')

function* refsIn(element: Element | undefined, field: string): Iterable<ElementId> {
  const id = refIn(element, field)
  if (id !== undefined) yield id
}

/** Items below an element or selected by it. */
function* itemsOf(element: Element, view: View): Iterable<Element> {
  const queue = partsOf(element, view)
  const seen = new Set<ElementId>([element.id])
  for (const id of queue) {
    const one = seen.has(id) ? undefined : view.get(id)
    seen.add(id)
    if (one?.kind === 'item') yield one
    else if (one && holders.has(one.kind)) queue.push(...partsOf(one, view))
  }
}

/** Kinds that hold items. */
const holders: ReadonlySet<string> = new Set(['module', 'unit', 'scene'])

const partsOf = (element: Element, view: View): ElementId[] => [
  ...view.lookups.ownedBy(element.id),
  ...membersIn(element, 'items'),
  ...membersIn(element, 'scenes'),
]

/** Whether an aspect is filled by words alone: a basis that is written, not yet an element. */
export const isWritten = (element: Element, aspect: Aspect): boolean => aspect === 'basis' && textIn(element, 'basisText') !== ''

/** Whether an empty aspect is a hole: an item that one organisation handles alone has nothing to collaborate on. */
export function isExpected(element: Element, aspect: Aspect, view: View): boolean {
  if (aspect !== 'collaboration' || element.kind !== 'item') return true
  const lead = refIn(element, 'lead')
  const others = membersIn(element, 'assists').some(id => id !== lead)
  return others || (view.fact(evidence, element.id)?.some(one => one.sort !== 'indicator') ?? false)
}
