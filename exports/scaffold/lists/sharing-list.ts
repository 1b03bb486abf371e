import type { Element } from '#model/schema/element.ts'
import { datum } from '#model/method/datum.ts'
import { refIn, textIn } from '#model/method/reading.ts'
import type { Loss } from '../../define-exporter.ts'
import type { Trace } from '../../data-sets/data-set.ts'
import type { Selection } from '../../data-sets/selection.ts'
import { traceOf } from '../../data-sets/trace.ts'
import { type ListColumn, officeList, type OfficeList } from './list-sheet.ts'
import type { Reader } from './reader.ts'

/** A line of the list: a requirement, and the entry by which it is to be met; a requirement without an entry has a line too. */
export interface SharingLine {
  readonly element: Element
  readonly requirement: Element
  readonly entry: Element | undefined
  readonly dataItem: Element | undefined
  readonly resource: Element | undefined
  readonly service: Element | undefined
  readonly source: { readonly organisation: Element | undefined; readonly system: Element | undefined }
  readonly consumer: { readonly organisation: Element | undefined; readonly system: Element | undefined }
  readonly trace: Trace
  readonly selfProduced: boolean
}

/** Lines of the selected requirements, each with every entry that belongs to it. */
export function sharingLines({ requirements, sharings }: Selection, { view, at }: Reader): SharingLine[] {
  const entries = new Map<string, Element[]>()
  for (const one of sharings) {
    const requirement = refIn(one, 'requirement') ?? ''
    entries.set(requirement, [...(entries.get(requirement) ?? []), one])
  }
  return requirements.flatMap(requirement => {
    const dataItem = at(requirement, 'dataItem')
    const trace = traceOf(dataItem?.id ?? '', view)
    const selfProduced = view.fact(datum, dataItem?.id ?? '')?.selfProduced === true
    return (entries.get(requirement.id) ?? [undefined]).map((entry): SharingLine => {
      const resource = at(entry, 'resource') ?? at(dataItem, 'resource')
      const service = at(entry, 'service')
      return {
        element: entry ?? requirement,
        requirement,
        entry,
        dataItem,
        resource,
        service,
        source: {
          organisation: at(entry, 'provider') ?? at(dataItem, 'sourceOrganisation') ?? at(resource, 'provider'),
          system: at(entry, 'providerSystem') ?? at(dataItem, 'sourceSystem') ?? at(resource, 'system'),
        },
        consumer: {
          organisation: at(entry, 'consumerOrganisation'),
          system: at(entry, 'consumerSystem') ?? at(service, 'consumerSystem'),
        },
        trace,
        selfProduced,
      }
    })
  })
}

/** 数据共享清单. Source: domain §2.2 g–h, §5.4. */
export function sharingList(lines: readonly SharingLine[], reader: Reader, losses: Loss[]): OfficeList {
  const minute = lines.filter(({ requirement }) => textIn(requirement, 'timeliness') === 'minute').length
  const hint = `共 ${lines.length} 条，其中时效要求为分钟级 ${minute} 条。“进展”为空的需求还没有共享条目。`
  return officeList({ name: '数据共享清单', hint, kept: 2 }, columnsFor(reader), lines, losses)
}

function columnsFor({ said, names }: Reader): readonly ListColumn<SharingLine>[] {
  const ofData = (title: string, field: string, width: number): ListColumn<SharingLine> => ({
    title,
    width,
    read: ({ dataItem }) => said(dataItem, field),
  })
  const ofEntry = (title: string, field: string, width: number, fallback?: string): ListColumn<SharingLine> => ({
    title,
    width,
    read: ({ entry, dataItem }) => said(entry, field) || (fallback === undefined ? '' : said(dataItem, fallback)),
  })
  return [
    { title: '需求编码', width: 12, read: ({ requirement }) => requirement.code ?? '' },
    { title: '数据项', width: 24, read: ({ dataItem, requirement }) => dataItem?.name ?? requirement.name },
    { title: '数据项编码', width: 12, read: ({ dataItem }) => dataItem?.code ?? '' },
    ofData('英文名称', 'english', 18),
    ofData('数据类型', 'dataType', 12),
    ofData('长度', 'length', 8),
    ofData('小数位', 'precision', 8),
    ofData('值域', 'valueDomain', 24),
    { title: '来源部门', width: 20, read: ({ source }) => source.organisation?.name ?? '' },
    { title: '来源系统', width: 24, read: ({ source }) => source.system?.name ?? '' },
    { title: '来源网络', width: 12, read: ({ source }) => said(source.system, 'network') },
    { title: '信息资源', width: 24, read: ({ resource }) => resource?.name ?? '' },
    { title: '信息资源代码', width: 18, read: ({ resource }) => said(resource, 'catalogCode') },
    ofEntry('共享类型', 'shareType', 14, 'shareType'),
    ofEntry('共享条件或依据', 'condition', 26, 'shareCondition'),
    ofData('开放类型', 'openType', 14),
    ofEntry('提供方式', 'method', 14, 'supplyMethod'),
    ofData('更新周期', 'updateCycle', 10),
    { title: '时效要求', width: 10, read: ({ requirement }) => said(requirement, 'timeliness') },
    ofData('安全级别', 'securityLevel', 14),
    ofData('个人信息', 'personalInfo', 14),
    { title: '使用部门', width: 20, read: ({ consumer }) => consumer.organisation?.name ?? '' },
    { title: '使用系统', width: 24, read: ({ consumer }) => consumer.system?.name ?? '' },
    { title: '使用网络', width: 12, read: ({ consumer }) => said(consumer.system, 'network') },
    ofEntry('跨网路径', 'route', 14),
    { title: '数据服务', width: 24, read: ({ service }) => service?.name ?? '' },
    { title: '接口地址', width: 22, read: ({ service }) => said(service, 'endpoint') },
    { title: '进展', width: 14, read: ({ entry, selfProduced }) => said(entry, 'state') || (selfProduced ? '自产无需共享' : '') },
    ofEntry('受阻原因', 'blockReason', 18),
    ofEntry('下一步', 'nextStep', 24),
    ofEntry('授权依据', 'authorisation', 20),
    { title: '使用事项', width: 36, read: ({ trace }) => names(trace.items) },
    { title: '使用指标', width: 30, read: ({ trace }) => names(trace.indicators) },
  ]
}
