import { textIn } from '#model/method/reading.ts'
import type { Wording } from '#model/wording/index.ts'
import type { CodeTable, DataField, DataSet } from './data-set.ts'

/** The labels of the code lists that technical formats show beside their own words. */
const lists = {
  shareType: 'shareType',
  openType: 'openType',
  updateCycle: 'updateCycle',
  securityLevel: 'securityLevel',
  personalInfo: 'personalInfo',
  timeliness: 'timeliness',
} as const

/** The label of a choice on a data item or resource; empty where it is not stated. */
export function labelIn(element: DataField['element'], field: keyof typeof lists, wording: Wording): string {
  const value = textIn(element, field)
  return value === '' ? '' : wording.labelOf(lists[field], value)
}

/** What a field means, in one line: definition, unit, value domain, level, and whether it is about persons. */
export function fieldNotes(field: DataField, wording: Wording): string {
  const { element, codes } = field
  const unit = textIn(element, 'unit')
  const domain = textIn(element, 'valueDomain')
  const isPersonal = !['', 'none'].includes(textIn(element, 'personalInfo'))
  return [
    textIn(element, 'definition'),
    ...(unit === '' ? [] : [`单位：${unit}`]),
    ...(codes ? [`代码：${codesInWords(codes)}`] : domain === '' ? [] : [`值域：${domain}`]),
    labelIn(element, 'securityLevel', wording),
    ...(isPersonal ? [labelIn(element, 'personalInfo', wording)] : []),
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

/** What a resource is: its summary, provider, system, sharing and level. */
export function dataSetNotes({ element, provider, system, level }: DataSet, wording: Wording): string {
  const said = (label: string, text: string): string[] => (text === '' ? [] : [`${label}：${text}`])
  return [
    ...(textIn(element, 'summary') === '' ? [] : [textIn(element, 'summary')]),
    ...said('提供方', provider?.name ?? ''),
    ...said('所在系统', system?.name ?? ''),
    ...said('信息资源代码', textIn(element, 'catalogCode')),
    ...said('共享类型', labelIn(element, 'shareType', wording)),
    ...said('更新周期', labelIn(element, 'updateCycle', wording)),
    ...said('最高安全级别', level === '' ? '' : wording.labelOf('securityLevel', level)),
  ].join('；')
}
