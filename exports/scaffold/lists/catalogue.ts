import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import type { DataField, DataSet } from '../../data-sets/data-set.ts'
import { termsInWords } from '../../data-sets/describe.ts'
import type { Loss } from '../../define-exporter.ts'
import { type ListColumn, officeList, type OfficeList } from './list-sheet.ts'
import type { Reader } from './reader.ts'

/** 信息资源目录: one line per resource, in the order of the guide's core metadata. Source: 政务信息资源目录编制指南（试行）, domain §3.1. */
export function catalogue(dataSets: readonly DataSet[], reader: Reader, losses: Loss[]): OfficeList {
  const { said, at, wording } = reader
  const of = (title: string, field: string, width: number): ListColumn<DataSet> => ({
    title,
    width,
    read: ({ element }) => said(element, field),
  })
  return officeList(
    {
      name: '信息资源目录',
      hint: `按《政务信息资源目录编制指南（试行）》的核心元数据排列，共 ${dataSets.length} 项；信息项见下一张表。`,
      kept: 5,
    },
    [
      ...classes(),
      { title: '信息资源名称', width: 26, read: ({ element }) => element.name },
      of('信息资源代码', 'catalogCode', 18),
      of('信息资源提供方', 'provider', 26),
      { title: '提供方代码', width: 20, read: ({ provider }) => textIn(provider, 'creditCode') },
      of('信息资源摘要', 'summary', 36),
      of('信息资源格式', 'format', 14),
      { title: '信息项', width: 40, read: ({ fields }) => fields.map(({ element }) => element.name).join('；') },
      { title: '共享类型', width: 14, read: dataSet => termsInWords(dataSet, wording).shareType },
      { title: '共享条件', width: 26, read: ({ sharing }) => sharing.shareCondition },
      of('共享方式', 'shareMode', 16),
      { title: '是否向社会开放', width: 14, read: ({ sharing }) => openWords(sharing.openType) },
      { title: '开放条件', width: 22, read: dataSet => openCondition(dataSet, wording) },
      of('更新周期', 'updateCycle', 10),
      of('发布日期', 'publishedOn', 12),
      of('关联资源代码', 'relatedCodes', 18),
      of('资源属性', 'attributeClass', 18),
      { title: '所属信息系统', width: 26, read: ({ system }) => system?.name ?? '' },
      { title: '网络环境', width: 12, read: ({ element }) => said(at(element, 'system'), 'network') },
      { title: '安全级别', width: 10, read: ({ level }) => level },
    ],
    dataSets,
    losses,
  )
}

/** 类、项、目、细目, as far as the classification of a resource is written down to them. */
const classes = (): ListColumn<DataSet>[] =>
  ['信息资源分类（类）', '项', '目', '细目'].map((title, depth) => ({
    title,
    width: depth === 0 ? 12 : 8,
    read: ({ element }) => {
      const parts = textIn(element, 'classification').split(/[/／]/u)
      return (depth === 3 ? parts.slice(3).join('/') : parts[depth]) ?? ''
    },
  }))

/** The guide asks yes or no; the platforms' three values map onto it. */
const openWords = (open: string): string => (open === '' ? '' : open === 'notOpen' ? '否' : '是')

/** That it is conditional, where the condition itself is not stated. */
const openCondition = (dataSet: DataSet, wording: Wording): string =>
  dataSet.sharing.openCondition || (dataSet.sharing.openType === 'conditional' ? termsInWords(dataSet, wording).openType : '')

interface Entry {
  readonly element: Element
  readonly dataSet: DataSet
  readonly field: DataField
}

/** 信息项: one line per datum of a resource, joined to the catalogue by name and code. Source: domain §2.2 e. */
export function catalogueItems(dataSets: readonly DataSet[], reader: Reader, losses: Loss[]): OfficeList {
  const { said } = reader
  const entries = dataSets.flatMap(dataSet => dataSet.fields.map((field): Entry => ({ element: field.element, dataSet, field })))
  const of = (title: string, field: string, width: number): ListColumn<Entry> => ({
    title,
    width,
    read: ({ element }) => said(element, field),
  })
  const yes = (is: boolean): string => (is ? '是' : '')
  return officeList(
    { name: '信息项', hint: `共 ${entries.length} 个信息项；映射字段与数据库表、接口、JSON Schema 里的名称一致。`, kept: 3 },
    [
      { title: '信息资源名称', width: 26, read: ({ dataSet }) => dataSet.element.name },
      { title: '信息资源代码', width: 18, read: ({ dataSet }) => said(dataSet.element, 'catalogCode') },
      { title: '信息项名称', width: 26, read: ({ element }) => element.name },
      { title: '映射字段', width: 24, read: ({ field }) => field.name.sql },
      { title: '接口字段', width: 24, read: ({ field }) => field.name.json },
      of('关联数据元', 'identifier', 14),
      { title: '关联代码集', width: 20, read: ({ field }) => field.codes?.title ?? '' },
      of('数据类型', 'dataType', 12),
      of('数据长度', 'length', 10),
      of('小数位', 'precision', 8),
      of('值域', 'valueDomain', 28),
      of('计量单位', 'unit', 10),
      of('安全级别', 'securityLevel', 14),
      of('个人信息', 'personalInfo', 14),
      of('共享类型', 'shareType', 14),
      of('共享条件', 'shareCondition', 24),
      of('开放类型', 'openType', 14),
      { title: '主键', width: 8, read: ({ field }) => yes(field.isKey) },
      { title: '必填', width: 8, read: ({ field }) => yes(field.isRequired) },
      { title: '增量', width: 8, read: ({ element }) => yes(element['incremental'] === true) },
    ],
    entries,
    losses,
  )
}
