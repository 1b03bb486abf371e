import { strToU8 } from 'fflate'
import type { Element } from '#model/schema/element.ts'
import type { View } from '#model/method/define-fact.ts'
import { refIn } from '#model/method/reading.ts'
import type { Wording } from '#model/wording/index.ts'
import type { CodeTable, DataSet, ServiceInterface } from '../data-sets/data-set.ts'
import type { Selection } from '../data-sets/selection.ts'
import { joined } from '../data-sets/trace.ts'
import { ddl } from '../ddl/write.ts'
import { samplesFile, schemaFile } from '../json-schema/write.ts'
import { contract } from '../odcs/write.ts'
import { openApi } from '../openapi/write.ts'
import { writeJson } from '../writing/json.ts'
import type { MadeFile } from './bundle.ts'
import type { Told } from './head.ts'

/** What the technical files are made from. */
export interface Interfaces extends Told {
  readonly document: Element | undefined
  readonly selection: Selection
  readonly dataSets: readonly DataSet[]
  readonly codeTables: readonly CodeTable[]
  readonly services: readonly ServiceInterface[]
  readonly zone: string
  readonly level: string
}

export const paths = {
  schema: ({ name }: DataSet): string => `schemas/${name.sql}.schema.json`,
  samples: ({ name }: DataSet): string => `samples/${name.sql}.json`,
  contract: ({ name }: DataSet): string => `contracts/${name.sql}.odcs.yaml`,
  openApi: 'openapi.json',
  ddl: 'database/schema.sql',
} as const

/** JSON Schemas, samples and contracts per resource; interfaces and tables of all of them. */
export function technicalFiles(parts: Interfaces, view: View, wording: Wording): MadeFile[] {
  const { document, selection, dataSets, services, zone, level } = parts
  const perResource = dataSets.flatMap((dataSet): MadeFile[] => {
    const from = { elements: [dataSet.element.id], trace: dataSet.trace }
    const own = services.filter(service => service.dataSet === dataSet)
    const consumers = consumersOf(dataSet, selection, view)
    const agreed = contract(dataSet, { document, services: own, consumers, zone, wording })
    return [
      { path: paths.schema(dataSet), bytes: strToU8(writeJson(schemaFile(dataSet, wording))), role: 'jsonSchema', ...from },
      { path: paths.samples(dataSet), bytes: strToU8(writeJson(samplesFile(dataSet))), role: 'samples', ...from },
      { path: paths.contract(dataSet), bytes: strToU8(agreed), role: 'dataContract', ...from },
    ]
  })
  return [
    ...perResource,
    {
      path: paths.openApi,
      bytes: strToU8(writeJson(openApi(services, { document, zone, level }, wording))),
      role: 'openApi',
      elements: services.map(({ element }) => element.id),
      trace: joined(services, view),
    },
    {
      path: paths.ddl,
      bytes: strToU8(ddl(parts, wording)),
      role: 'ddl',
      elements: dataSets.map(({ element }) => element.id),
      trace: joined(dataSets, view),
    },
  ]
}

function consumersOf({ element }: DataSet, { sharings }: Selection, view: View): Element[] {
  const own = sharings.filter(one => refIn(one, 'resource') === element.id).map(one => refIn(one, 'consumerOrganisation') ?? '')
  return [...new Set(own)].flatMap(id => view.get(id) ?? [])
}
