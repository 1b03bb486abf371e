import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import type { ServiceInterface } from '../data-sets/data-set.ts'
import { recordSchema, type Schema } from '../data-sets/record-schema.ts'
import { errorComponents, PROBLEM, problemSchema } from './errors.ts'
import { inMarkdown } from './in-markdown.ts'
import { pageParameters, pathItem, travelsInBody } from './operation.ts'

/** What the description says of itself. */
export interface About {
  readonly document: Element | undefined
  readonly zone: string
  readonly level: string
}

/** All services as one description. Keys are made names, Chinese stands in titles. Source: OpenAPI 3.1.0, reliability E6. */
export function openApi(services: readonly ServiceInterface[], { document, zone, level }: About, wording: Wording): Schema {
  const providers = new Map(services.flatMap(({ dataSet: { provider } }) => (provider ? [[provider.name, provider] as const] : [])))
  const title = `${document?.name ?? '业务协同模型'} 数据服务`
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: textIn(document, 'version') || '1',
      description: '由模型生成的接口说明，供平台对接使用。示例都是示意数据；x-trace 说明接口为哪些需求、指标、事项和依据而设。',
      ...(zone === '' ? {} : { 'x-network-zone': zone }),
      ...(level === '' ? {} : { 'x-security-level': level }),
    },
    servers: [{ url: '/', description: '部署地址由平台填写' }],
    security: [{ appKey: [] }],
    tags: Array.from(providers.values(), ({ name }) => ({ name, description: '数据提供方' })),
    paths: Object.fromEntries(services.map(service => [service.path, pathItem(service, recordNameOf(service), wording)])),
    components: {
      securitySchemes: {
        appKey: { type: 'apiKey', in: 'header', name: 'X-App-Key', description: '平台发给应用的密钥，每次请求都要带' },
      },
      ...(services.every(travelsInBody) ? {} : { parameters: pageParameters }),
      ...(services.length === 0 ? {} : { responses: errorComponents }),
      schemas: { ...recordSchemas(services, wording), ...(services.length === 0 ? {} : { [PROBLEM]: problemSchema }) },
    },
  }
}

const isWhole = ({ response, dataSet }: ServiceInterface): boolean => response.length === dataSet.fields.length

/** A service that gives part of its resource has a record of its own. Made names hold no dot, so the two never meet. */
export const recordNameOf = (service: ServiceInterface): string =>
  isWhole(service) ? service.dataSet.name.json : `${service.name.json}.part`

const recordSchemas = (services: readonly ServiceInterface[], wording: Wording): Schema =>
  Object.fromEntries(
    services.map(service => [
      recordNameOf(service),
      recordSchema(service.dataSet, wording, { fields: service.response, prose: inMarkdown }),
    ]),
  )
