import type { View } from '#model/method/define-fact.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { allOf, holdersOf, type Selection } from '../data-sets/selection.ts'

/** The network of a system; empty where it is not stated. */
export const zoneOfSystem = (system: Element | undefined): string => textIn(system, 'network')

/** The network a resource lies in, which is that of its system. */
const zoneOf = (resource: Element, view: View): string => zoneOfSystem(view.get(refIn(resource, 'system') ?? ''))

/** Resources by the network they lie in. */
export function zonesOf({ resources }: Selection, view: View): ReadonlyMap<string, readonly Element[]> {
  const zones = new Map<string, Element[]>()
  for (const resource of resources) {
    const zone = zoneOf(resource, view)
    zones.set(zone, [...(zones.get(zone) ?? []), resource])
  }
  return new Map([...zones].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Only what lies in one network: an entry lies where its resource does, a requirement where its entries do. What names no
 * resource lies nowhere and stays: it is a need, and no interface.
 */
export function within(zone: string, selection: Selection, view: View): Selection {
  const resources = selection.resources.filter(resource => zoneOf(resource, view) === zone)
  const kept = new Set(resources.map(({ id }) => id))
  const isHere = (places: readonly ElementId[]): boolean => places.length === 0 || places.some(id => kept.has(id))
  const isHeld = (requirement: Element | undefined): boolean => isHere(holdersOf(refIn(requirement, 'dataItem') ?? '', view))
  const needOf = (entry: Element): ElementId => refIn(entry, 'requirement') ?? ''
  const sharings = selection.sharings.filter(entry => {
    const resource = refIn(entry, 'resource')
    return resource === undefined ? isHeld(view.get(needOf(entry))) : kept.has(resource)
  })
  const [here, anywhere] = [new Set(sharings.map(needOf)), new Set(selection.sharings.map(needOf))]
  return {
    ...selection,
    resources,
    sharings,
    services: selection.services.filter(service => isHere([refIn(service, 'resource')].filter(id => id !== undefined))),
    requirements: selection.requirements.filter(one => (anywhere.has(one.id) ? here.has(one.id) : isHeld(one))),
  }
}

/** Kinds that may state a level of secrecy. */
const withSecrecy = ['dataItem', 'resource', 'indicator'] as const

/** State secrets: no bundle comes from a document that holds any. Source: reliability G1, domain §6 CHK-L8-SECRET. */
export const classifiedIn = (view: View): Element[] =>
  withSecrecy.flatMap(kind => allOf(kind, view)).filter(element => !['', 'unclassified'].includes(textIn(element, 'secret')))
