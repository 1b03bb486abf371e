import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import type { CodeTable, DataField, DataSet, SharingTerms } from './data-set.ts'

/** Fields whose code list has their name. */
type Listed = 'shareType' | 'openType' | 'updateCycle' | 'securityLevel' | 'personalInfo' | 'timeliness'

/** The label of a choice on a data item or resource; empty where it is not stated. */
export function labelIn(element: Element, field: Listed, wording: Wording): string {
  const value = textIn(element, field)
  return value === '' ? '' : wording.labelOf(field, value)
}

/** Whether a data item is about persons. */
export const isPersonalDatum = (dataItem: Element): boolean => !['', 'none'].includes(textIn(dataItem, 'personalInfo'))

/** What a field means, in one line: definition, unit, value domain, level, and whether it is about persons. */
export function fieldNotes(field: DataField, wording: Wording): string {
  const { element, codes } = field
  const unit = textIn(element, 'unit')
  const domain = textIn(element, 'valueDomain')
  return [
    textIn(element, 'definition'),
    ...(unit === '' ? [] : [`单位：${unit}`]),
    ...(codes ? [`代码：${codesInWords(codes)}`] : domain === '' ? [] : [`值域：${domain}`]),
    labelIn(element, 'securityLevel', wording),
    ...(isPersonalDatum(element) ? [labelIn(element, 'personalInfo', wording)] : []),
  ]
    .filter(part => part !== '')
    .join('；')
}

/** Codes shown in a description before the rest is only counted. */
const SHOWN = 20

export function codesInWords({ codes }: CodeTable): string {
  const shown = codes.slice(0, SHOWN).map(({ code, label }) => `${code} ${label}`)
  return [...shown, ...(codes.length > SHOWN ? [`等 ${codes.length} 个`] : [])].join('，')
}

/** The terms of a resource as people read them. */
export const termsInWords = ({ sharing }: DataSet, wording: Wording): SharingTerms => ({
  ...sharing,
  shareType: sharing.shareType === '' ? '' : wording.labelOf('shareType', sharing.shareType),
  openType: sharing.openType === '' ? '' : wording.labelOf('openType', sharing.openType),
})

/** What a resource is: its summary, provider, system, sharing and level. */
export function dataSetNotes(dataSet: DataSet, wording: Wording): string {
  const { element, provider, system, level } = dataSet
  const said = (label: string, text: string): string[] => (text === '' ? [] : [`${label}：${text}`])
  return [
    ...(textIn(element, 'summary') === '' ? [] : [textIn(element, 'summary')]),
    ...said('提供方', provider?.name ?? ''),
    ...said('所在系统', system?.name ?? ''),
    ...said('信息资源代码', textIn(element, 'catalogCode')),
    ...said('共享类型', termsInWords(dataSet, wording).shareType),
    ...said('更新周期', labelIn(element, 'updateCycle', wording)),
    ...said('最高安全级别', level === '' ? '' : wording.labelOf('securityLevel', level)),
  ].join('；')
}
