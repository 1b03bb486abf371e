import type { Json } from '#model/base/json.ts'
import { timelinesses } from '#model/method/requirements.ts'
import { membersIn, textIn } from '#model/method/reading.ts'
import type { Wording } from '#model/wording/index.ts'
import { writeValue } from '#model/wording/index.ts'
import { duration } from '#model/schema/define-field.ts'
import type { DataField, ServiceInterface } from '../data-sets/data-set.ts'
import { termsInWords } from '../data-sets/describe.ts'
import { fieldSchema, type Schema } from '../data-sets/record-schema.ts'
import { sampleRecord, sampleRecords, sampleValue } from '../data-sets/values/samples.ts'
import { isSensitive } from '../data-sets/services-of.ts'
import { errorResponses } from './errors.ts'
import { inMarkdown } from './in-markdown.ts'

/** Names the paging parameters take; a request field of that name travels in the body. */
const paging: readonly string[] = ['page', 'pageSize']

/** How a service is asked: values about persons, and sensitive ones, must not stand in an address. */
export const travelsInBody = ({ request }: ServiceInterface): boolean =>
  request.some(field => isSensitive(field) || paging.includes(field.name.json))

/** The path item of a service: one operation that gives a page of records. */
export function pathItem(service: ServiceInterface, recordName: string, wording: Wording): Schema {
  const inBody = travelsInBody(service)
  const operation: Schema = {
    operationId: service.operation,
    summary: service.element.name,
    description: describe(service, wording),
    ...(service.dataSet.provider ? { tags: [service.dataSet.provider.name] } : {}),
    ...(inBody ? { requestBody: body(service, wording) } : { parameters: parameters(service, wording) }),
    responses: { '200': success(service, recordName), ...errorResponses },
    ...extensions(service, wording),
  }
  return { [inBody ? 'post' : 'get']: operation }
}

function describe({ element, isDeclared, dataSet }: ServiceInterface, wording: Wording): string {
  const methods = membersIn(element, 'methods').map(method => wording.labelOf('supplyMethod', method))
  return [
    `提供「${inMarkdown(dataSet.element.name)}」。`,
    ...(methods.length > 0 ? [`提供方式：${methods.join('、')}。`] : []),
    ...(isDeclared ? [] : ['模型里没有接口地址，这里的路径和查询方式是建议，以与提供方商定的为准。']),
  ].join('')
}

function parameters({ request }: ServiceInterface, wording: Wording): Schema[] {
  const own = request.map(
    (field): Schema => ({
      name: field.name.json,
      in: 'query',
      description: inMarkdown(field.element.name),
      required: field.isRequired,
      schema: fieldSchema(field, wording, inMarkdown),
      example: sampleValue(field, 0),
    }),
  )
  return [...own, ...paging.map(name => ({ $ref: `#/components/parameters/${name}` }))]
}

function body({ request }: ServiceInterface, wording: Wording): Schema {
  const filter: Schema = {
    type: 'object',
    description: '请求数据',
    properties: Object.fromEntries(request.map(field => [field.name.json, fieldSchema(field, wording, inMarkdown)])),
    required: request.filter(field => field.isRequired).map(field => field.name.json),
    additionalProperties: false,
  }
  const schema = {
    type: 'object',
    properties: { filter, page: pageParameters['page']?.schema, pageSize: pageParameters['pageSize']?.schema },
    required: ['filter'],
    additionalProperties: false,
  }
  const value = { filter: sampleRecord(request, 0), page: 1, pageSize: 20 }
  return { required: true, content: { 'application/json': { schema, examples: { illustrative: { summary: '示意数据', value } } } } }
}

/** Where the schema of a request field stands, as a JSON pointer. Source: RFC 6901. */
export function requestPointer(service: ServiceInterface, field: DataField): string {
  const item = `/paths/${service.path.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return travelsInBody(service)
    ? `${item}/post/requestBody/content/application~1json/schema/properties/filter/properties/${field.name.json}`
    : `${item}/get/parameters/${service.request.indexOf(field)}/schema`
}

/** The shared parameters. */
export const pageParameters: { readonly [name: string]: { readonly [key: string]: Json } } = {
  page: {
    name: 'page',
    in: 'query',
    description: '第几页，从 1 开始',
    required: false,
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
  pageSize: {
    name: 'pageSize',
    in: 'query',
    description: '每页多少条，最多 1000',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 20 },
  },
}

function success({ response, dataSet }: ServiceInterface, recordName: string): Schema {
  const records = sampleRecords({ ...dataSet, fields: response })
  return {
    description: '一页记录',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            page: { type: 'integer', minimum: 1, description: '第几页' },
            pageSize: { type: 'integer', minimum: 1, description: '每页多少条' },
            total: { type: 'integer', minimum: 0, description: '一共多少条' },
            records: { type: 'array', items: { $ref: `#/components/schemas/${recordName}` } },
          },
          required: ['page', 'pageSize', 'total', 'records'],
        },
        examples: {
          illustrative: { summary: '示意数据，不代表真实情况', value: { page: 1, pageSize: 20, total: records.length, records } },
        },
      },
    },
  }
}

/** Where the operation comes from and what holds for it. */
function extensions({ element, dataSet, response, isDeclared, trace }: ServiceInterface, wording: Wording): Schema {
  const asked = new Set(response.map(field => field.timeliness))
  const strictest = timelinesses.find(one => asked.has(one))
  const said = (name: string, value: string): Schema => (value === '' ? {} : { [name]: value })
  return {
    'x-element': element.id,
    ...said('x-code', element.code ?? ''),
    'x-resource': dataSet.element.id,
    'x-interface': isDeclared ? 'declared' : 'proposed',
    'x-supply-methods': membersIn(element, 'methods'),
    ...said('x-state', textIn(element, 'state')),
    ...said('x-timeliness', strictest ?? ''),
    ...said('x-timeliness-label', strictest === undefined ? '' : wording.labelOf('timeliness', strictest)),
    'x-minute-level-fields': namesOf(response.filter(field => field.timeliness === 'minute')),
    ...said('x-share-type', termsInWords(dataSet, wording).shareType),
    ...said('x-security-level', dataSet.level),
    ...said('x-update-cycle', textIn(dataSet.element, 'updateCycle')),
    ...said('x-authentication', textIn(element, 'authentication')),
    ...said('x-latency', writeValue(duration('响应时间'), element['latency'], wording)),
    'x-trace': { ...trace },
  }
}

const namesOf = (fields: readonly DataField[]): string[] => fields.map(field => field.name.json)
