import type { View } from '#model/method/define-fact.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Loss } from '../define-exporter.ts'
import type { DataField, DataSet, ServiceInterface } from './data-set.ts'
import { nameAll } from './names.ts'
import type { Selection } from './selection.ts'
import { joined } from './trace.ts'

/** The selected services as interfaces to their data sets. A path that two services state belongs to the first. */
export function servicesOf(selection: Selection, dataSets: readonly DataSet[], view: View, losses: Loss[]): ServiceInterface[] {
  const bySource = new Map(dataSets.map(dataSet => [dataSet.element.id, dataSet]))
  const supplied = selection.services.flatMap(service => {
    const dataSet = bySource.get(refIn(service, 'resource') ?? '')
    return dataSet ? [{ service, dataSet }] : []
  })
  const names = nameAll(
    supplied.map(({ service, dataSet }) => ({
      element: service,
      field: 'code',
      declared: '',
      else: [service.code ?? '', dataSet.name.json, service.name],
    })),
    [],
  )
  const taken = new Set<string>()
  return supplied.map(({ service, dataSet }) => {
    const name = names.get(service.id) ?? dataSet.name
    const stated = usablePath(textIn(service, 'endpoint'))
    const isDeclared = stated !== undefined && !taken.has(stated)
    const path = isDeclared ? stated : `/services/${name.sql}`
    taken.add(path)
    if (!isDeclared) losses.push({ code: 'path-proposed', element: service.id, field: 'endpoint', became: path })
    const response = responseOf(service, dataSet, selection)
    const request = fieldsIn(dataSet, membersIn(service, 'request'))
    if (request.length === 0 && response.some(isPersonal)) losses.push({ code: 'request-unknown', element: service.id, field: 'request' })
    const trace = joined([...request, ...response], view)
    const operation = `query${name.json.charAt(0).toUpperCase()}${name.json.slice(1)}`
    return { element: service, name, operation, dataSet, path, isDeclared, request, response, trace }
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

export const isPersonal = ({ element }: DataField): boolean => !['', 'none'].includes(textIn(element, 'personalInfo'))

/** Whether a value must not stand in an address, where logs and proxies keep it. */
export const isSensitive = (field: DataField): boolean => isPersonal(field) || textIn(field.element, 'securityLevel') >= 'L3'
