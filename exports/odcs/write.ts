import type { Json } from '#model/base/json.ts'
import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import type { DataSet, ServiceInterface } from '../data-sets/data-set.ts'
import { dataSetNotes, labelIn, termsInWords } from '../data-sets/describe.ts'
import { writeYaml } from '../writing/yaml.ts'
import { custom, propertyOf, stableId } from './field.ts'

/** What a contract says besides its resource. */
export interface Parties {
  readonly document: Element | undefined
  readonly services: readonly ServiceInterface[]
  readonly consumers: readonly Element[]
  readonly zone: string
  readonly wording: Wording
}

/** A data contract for a resource, as YAML. Source: Open Data Contract Standard 3.1.0. */
export function contract(dataSet: DataSet, parties: Parties): string {
  const { element, provider } = dataSet
  const { document, services, wording } = parties
  const isActive = services.some(service => ['connected', 'inUse'].includes(textIn(service.element, 'state')))
  const terms = termsInWords(dataSet, wording)
  const limits = [terms.shareType, terms.shareCondition].filter(text => text !== '').join('：')
  return writeYaml({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: element.id,
    name: element.name,
    version: textIn(document, 'version') || '1',
    status: isActive ? 'active' : 'draft',
    ...(document ? { dataProduct: document.name } : {}),
    description: {
      purpose: textIn(element, 'summary') || `提供「${element.name}」`,
      ...(limits === '' ? {} : { limitations: limits }),
    },
    schema: [table(dataSet, wording)],
    ...(provider ? { team: { name: provider.name } } : {}),
    slaProperties: agreements(dataSet, services, wording),
    customProperties: custom(propertiesOf(dataSet, parties)),
  })
}

function propertiesOf(dataSet: DataSet, parties: Parties): readonly (readonly [string, Json, string])[] {
  const { element, system, level, trace } = dataSet
  const { consumers, services, zone, wording } = parties
  const terms = termsInWords(dataSet, wording)
  return [
    ['catalogCode', textIn(element, 'catalogCode'), '信息资源代码'],
    ['sourceSystem', system?.name ?? '', '所在系统'],
    ['networkZone', zone === '' ? '' : wording.labelOf('networkZone', zone), '网络环境'],
    ['securityLevel', level === '' ? '' : wording.labelOf('securityLevel', level), '所含数据项的最高安全级别'],
    ['shareType', terms.shareType, '共享类型'],
    ['shareCondition', terms.shareCondition, '共享条件或不予共享依据'],
    ['openType', terms.openType, '开放类型'],
    ['openCondition', terms.openCondition, '开放条件'],
    ['consumers', consumers.map(({ name }) => name), '使用部门'],
    ['services', services.map(service => ({ name: service.element.name, operation: service.operation, path: service.path })), '数据服务'],
    ['trace', { ...trace }, '追溯到的需求、指标、事项和依据'],
  ]
}

function table(dataSet: DataSet, wording: Wording) {
  const { element, name, fields } = dataSet
  const keys = fields.filter(field => field.isKey)
  return {
    id: stableId(element.id),
    name: name.json,
    physicalName: name.sql,
    physicalType: 'table',
    logicalType: 'object',
    businessName: element.name,
    description: dataSetNotes(dataSet, wording),
    properties: fields.map(field => propertyOf(field, keys.indexOf(field) + 1, wording)),
  }
}

/** What is promised: how often it is updated, and how soon a service answers. */
function agreements({ element, name }: DataSet, services: readonly ServiceInterface[], wording: Wording) {
  const cycle = labelIn(element, 'updateCycle', wording)
  const latencies = services.flatMap(service => {
    const limit = service.element['latency'] as { readonly value?: number; readonly unit?: string; readonly words?: string } | undefined
    if (limit === undefined) return []
    return [
      {
        property: 'latency',
        value: limit.value ?? limit.words ?? '',
        ...(limit.value === undefined || limit.unit === undefined ? {} : { unit: limit.unit }),
        element: name.json,
        description: `「${service.element.name}」承诺的响应时间`,
      },
    ]
  })
  return [
    ...(cycle === ''
      ? []
      : [{ property: 'frequency', value: textIn(element, 'updateCycle'), element: name.json, description: `更新周期：${cycle}` }]),
    ...latencies,
  ]
}
