import type { Element, ElementId } from '../schema/element.ts'
import { defineFact } from './define-fact.ts'
import { refIn } from './reading.ts'

/** Where a datum comes from: what is stated on the data item, else what its authoritative resource says. */
export interface Source {
  readonly organisation?: ElementId
  readonly system?: ElementId
  readonly resource?: ElementId
}

export const source = defineFact<Source>({
  id: 'source',
  on: ['dataItem'],
  value(dataItem, view) {
    const resource = refIn(dataItem, 'resource')
    const from: Element | undefined = resource === undefined ? undefined : view.get(resource)
    const organisation = refIn(dataItem, 'sourceOrganisation') ?? refIn(from, 'provider')
    const system = refIn(dataItem, 'sourceSystem') ?? refIn(from, 'system')
    if (organisation === undefined && system === undefined && resource === undefined) return undefined
    const found: { organisation?: ElementId; system?: ElementId; resource?: ElementId } = {}
    if (organisation !== undefined) found.organisation = organisation
    if (system !== undefined) found.system = system
    if (resource !== undefined) found.resource = resource
    return found
  },
  *touched({ delta, after }) {
    for (const [id, [old, now]] of delta) {
      if (old?.kind === 'dataItem' || now?.kind === 'dataItem') yield id
      if (now?.kind === 'resource') for (const { from } of after.lookups.referrersOf(id, 'dataItem', 'resource')) yield from
    }
  },
})
