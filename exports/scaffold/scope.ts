import { naturalCompare } from '#model/base/text.ts'
import type { View } from '#model/method/define-fact.ts'
import { dependsOn, walk } from '#model/method/graph.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { allOf, dataItemsOf, type Selection } from '../data-sets/selection.ts'

/** Everything a document asks for and supplies. */
export const wholeDocument = (view: View): Selection => ({
  requirements: allOf('requirement', view),
  sharings: allOf('sharing', view),
  resources: allOf('resource', view).sort((a, b) => naturalCompare(catalogued(a), catalogued(b))),
  services: allOf('service', view),
  isAsked: () => true,
})

/** Its place in the catalogue; without one at the end, in the order of names. */
const catalogued = (resource: Element): string => textIn(resource, 'catalogCode') || '\uFFFD'

/** What a module asks for, what a target system's modules ask for and it receives, or what an existing system supplies. */
export function below(scope: Element, view: View): Selection {
  const asked = new Set<ElementId>()
  for (const { element } of walk(scope, one => dependsOn(one, view), view.get)) if (element.kind === 'dataItem') asked.add(element.id)
  if (scope.kind === 'system') for (const id of throughSystem(scope.id, view)) asked.add(id)
  const whole = wholeDocument(view)
  const requirements = whole.requirements.filter(one => asked.has(refIn(one, 'dataItem') ?? ''))
  const wanted = new Set(requirements.map(({ id }) => id))
  // What another system is to receive is that system's affair.
  const isOthers = (one: Element): boolean =>
    scope.kind === 'system' && membersIn(scope, 'covers').length > 0 && ![undefined, scope.id].includes(refIn(one, 'consumerSystem'))
  const resources = whole.resources.filter(resource => dataItemsOf(resource, view).some(({ id }) => asked.has(id)))
  const supplying = new Set(resources.map(({ id }) => id))
  const sharings = whole.sharings.filter(one => wanted.has(refIn(one, 'requirement') ?? '') && !isOthers(one))
  const named = new Set(sharings.map(one => refIn(one, 'service')))
  const supplies = (one: Element): boolean => supplying.has(refIn(one, 'resource') ?? '') && !isOthers(one) && returnsAny(one, asked)
  return {
    requirements,
    sharings,
    resources,
    services: whole.services.filter(one => named.has(one.id) || supplies(one)),
    isAsked: id => asked.has(id),
  }
}

/** A service that does not say what it returns may return anything its resource holds. */
function returnsAny(service: Element, asked: ReadonlySet<ElementId>): boolean {
  const response = membersIn(service, 'response')
  return response.length === 0 || response.some(id => asked.has(id))
}

/** Data a system receives by its services and sharing entries, and data of the resources that lie in it. */
function* throughSystem(system: ElementId, view: View): Iterable<ElementId> {
  for (const { from, kind } of view.lookups.referrersOf(system)) {
    const element = view.get(from)
    if (element === undefined) continue
    if (kind === 'resource') for (const { id } of dataItemsOf(element, view)) yield id
    if (kind === 'service' && refIn(element, 'consumerSystem') === system) yield* membersIn(element, 'response')
    if (kind === 'sharing' && refIn(element, 'consumerSystem') === system) {
      const dataItem = refIn(view.get(refIn(element, 'requirement') ?? ''), 'dataItem')
      if (dataItem !== undefined) yield dataItem
    }
  }
}
