import type { View } from '#model/method/define-fact.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Loss } from '../define-exporter.ts'
import type { TechnicalName } from '../writing/technical-name.ts'
import type { DataField, DataSet, ServiceInterface } from './data-set.ts'
import type { DataSets } from './data-sets-of.ts'
import { isPersonalDatum } from './describe.ts'
import { dataItemToName, keysOf, nameAll } from './names.ts'
import type { Selection } from './selection.ts'
import { joined } from './trace.ts'

/** The selected services as interfaces to their data sets. A path that two services state belongs to the first. */
export function servicesOf(selection: Selection, { dataSets, fieldFor }: DataSets, view: View, losses: Loss[]): ServiceInterface[] {
  const bySource = new Map(dataSets.map(dataSet => [dataSet.element.id, dataSet]))
  const supplied = selection.services.flatMap(service => {
    const dataSet = bySource.get(refIn(service, 'resource') ?? '')
    if (dataSet === undefined) losses.push({ code: 'no-interface', element: service.id, field: 'resource' })
    return dataSet ? [{ service, dataSet }] : []
  })
  const names = nameAll(supplied.map(toName), [])
  const paths = pathsOf(supplied, names)
  return supplied.map(({ service, dataSet }): ServiceInterface => {
    const name = names.get(service.id) ?? dataSet.name
    const { path, isDeclared } = paths.get(service.id) ?? { path: `/services/${name.sql}`, isDeclared: false }
    if (!isDeclared) losses.push({ code: 'path-proposed', element: service.id, field: 'endpoint', became: path })
    const response = responseOf(service, dataSet, selection)
    const request = requestOf(service, dataSet, { view, fieldFor })
    if (request.length === 0 && response.some(({ element }) => isPersonalDatum(element)))
      losses.push({ code: 'request-unknown', element: service.id, field: 'request' })
    const trace = joined([...request, ...response], view)
    const operation = `query${name.json.charAt(0).toUpperCase()}${name.json.slice(1)}`
    return { element: service, name, operation, dataSet, path, isDeclared, request, response, trace }
  })
}

interface Supplied {
  readonly service: Element
  readonly dataSet: DataSet
}

const toName = ({ service, dataSet }: Supplied) => ({
  element: service,
  field: 'code',
  declared: '',
  else: [service.code ?? '', dataSet.name.json, service.name],
})

interface Path {
  readonly path: string
  readonly isDeclared: boolean
}

/** Stated paths first, so that no proposal takes one. */
function pathsOf(supplied: readonly Supplied[], names: ReadonlyMap<string, TechnicalName>): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>()
  const taken = new Set<string>()
  for (const { service } of supplied) {
    const path = usablePath(textIn(service, 'endpoint'))
    if (path === undefined || taken.has(path)) continue
    taken.add(path)
    paths.set(service.id, { path, isDeclared: true })
  }
  for (const { service } of supplied) {
    if (paths.has(service.id)) continue
    const wanted = `/services/${names.get(service.id)?.sql ?? service.id}`
    let path = wanted
    for (let number = 2; taken.has(path); number++) path = `${wanted}-${number}`
    taken.add(path)
    paths.set(service.id, { path, isDeclared: false })
  }
  return paths
}

/** What a service is asked with; data that does not lie in its resource is named beside what does. */
function requestOf(
  service: Element,
  { fields }: DataSet,
  { view, fieldFor }: { readonly view: View } & Pick<DataSets, 'fieldFor'>,
): readonly DataField[] {
  const own = new Map(fields.map(field => [field.element.id, field]))
  const asked = membersIn(service, 'request').flatMap(id => view.get(id) ?? [])
  const foreign = asked.filter(({ id }) => !own.has(id))
  const names = nameAll(foreign.map(dataItemToName), [], new Set(fields.flatMap(field => keysOf(field.name))))
  return asked.flatMap(dataItem => {
    const name = names.get(dataItem.id)
    return own.get(dataItem.id) ?? (name ? fieldFor(dataItem, name) : [])
  })
}

/** A plain absolute path without parameters; a query, a host or anything else is no path of ours to promise. */
const usablePath = (endpoint: string): string | undefined =>
  /^\/(?:[A-Za-z0-9._~-]+\/)*[A-Za-z0-9._~-]+$/u.test(endpoint) && !endpoint.split('/').some(part => /^\.+$/u.test(part))
    ? endpoint
    : undefined

const fieldsIn = ({ fields }: DataSet, ids: readonly string[]): readonly DataField[] =>
  fields.filter(({ element }) => ids.includes(element.id))

/** Only what is asked for: what the service says it returns, else what its sharing entries ask for, else the resource. */
function responseOf(service: Element, dataSet: DataSet, { sharings, requirements }: Selection): readonly DataField[] {
  const stated = fieldsIn(dataSet, membersIn(service, 'response'))
  if (stated.length > 0) return stated
  const asking = new Set(sharings.filter(one => refIn(one, 'service') === service.id).map(one => refIn(one, 'requirement')))
  const asked = requirements.filter(({ id }) => asking.has(id)).map(one => refIn(one, 'dataItem') ?? '')
  const found = fieldsIn(dataSet, asked)
  return found.length > 0 ? found : dataSet.fields
}

/** Whether a value must not stand in an address, where logs and proxies keep it. */
export const isSensitive = ({ element }: DataField): boolean => isPersonalDatum(element) || textIn(element, 'securityLevel') >= 'L3'
