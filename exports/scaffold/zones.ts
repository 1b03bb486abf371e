import type { View } from '#model/method/define-fact.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { allOf, type Selection } from '../data-sets/selection.ts'

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

/** Only what lies in one network. What has no resource yet lies nowhere and stays: it is a need, and no interface. */
export function within(zone: string, selection: Selection, view: View): Selection {
  const resources = selection.resources.filter(resource => zoneOf(resource, view) === zone)
  const kept = new Set(resources.map(({ id }) => id))
  const isNeeded = (requirement: Element | undefined): boolean => {
    const holders = holdersOf(refIn(requirement, 'dataItem') ?? '', view)
    return holders.length === 0 || holders.some(id => kept.has(id))
  }
  return {
    ...selection,
    resources,
    services: selection.services.filter(service => kept.has(refIn(service, 'resource') ?? '')),
    sharings: selection.sharings.filter(one => {
      const resource = refIn(one, 'resource')
      return resource === undefined ? isNeeded(view.get(refIn(one, 'requirement') ?? '')) : kept.has(resource)
    }),
    requirements: selection.requirements.filter(isNeeded),
  }
}

/** Resources that hold a data item. */
const holdersOf = (dataItem: ElementId, view: View): readonly ElementId[] => [
  ...view.lookups.referrersOf(dataItem, 'resource', 'items').map(({ from }) => from),
  ...[refIn(view.get(dataItem), 'resource')].filter(id => id !== undefined),
]

/** Kinds that may state a level of secrecy. */
const withSecrecy = ['dataItem', 'resource', 'indicator'] as const

/** State secrets: no bundle comes from a document that holds any. Source: reliability G1, domain §6 CHK-L8-SECRET. */
export const classifiedIn = (view: View): Element[] =>
  withSecrecy.flatMap(kind => allOf(kind, view)).filter(element => !['', 'unclassified'].includes(textIn(element, 'secret')))
