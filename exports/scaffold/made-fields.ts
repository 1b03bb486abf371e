import type { DataField, DataSet, ServiceInterface } from '../data-sets/data-set.ts'
import { requestPointer } from '../openapi/operation.ts'
import { recordNameOf } from '../openapi/write.ts'
import type { MadeField } from './bundle.ts'
import { paths } from './technical-files.ts'

/** Every field of every resource with the places where it stands, then what services are asked with from elsewhere. */
export const fieldsOf = (dataSets: readonly DataSet[], services: readonly ServiceInterface[]): MadeField[] =>
  dataSets.flatMap(dataSet => {
    const own = services.filter(service => service.dataSet === dataSet)
    const foreign = new Set(own.flatMap(({ request }) => request).filter(field => !dataSet.fields.includes(field)))
    return [
      ...dataSet.fields.map((field, at) => madeField(dataSet, field, [...placesIn(dataSet, field, at), ...placesOf(field, own)])),
      ...Array.from(foreign, field => ({ ...madeField(dataSet, field, placesOf(field, own)), column: null })),
    ]
  })

const madeField = ({ element }: DataSet, field: DataField, places: MadeField['places']): MadeField => ({
  element: field.element.id,
  resource: element.id,
  name: field.name.json,
  column: field.name.sql,
  places,
  trace: field.trace,
})

const placesIn = (dataSet: DataSet, { name }: DataField, at: number): MadeField['places'] => [
  { file: paths.schema(dataSet), at: `/properties/${name.json}` },
  { file: paths.contract(dataSet), at: `/schema/0/properties/${at}` },
  { file: paths.ddl, at: `${dataSet.name.sql}.${name.sql}` },
]

/** Where services return a field, and where they are asked with it. */
function placesOf(field: DataField, services: readonly ServiceInterface[]): MadeField['places'] {
  const records = new Set(services.filter(({ response }) => response.includes(field)).map(recordNameOf))
  return [
    ...Array.from(records, record => `/components/schemas/${record}/properties/${field.name.json}`),
    ...services.flatMap(service => (service.request.includes(field) ? [requestPointer(service, field)] : [])),
  ].map(at => ({ file: paths.openApi, at }))
}
