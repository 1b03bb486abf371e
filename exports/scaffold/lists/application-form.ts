import { textIn } from '#model/method/reading.ts'
import type { Loss } from '../../define-exporter.ts'
import { looks, palettes } from '../../excel/palette.ts'
import { cutGraphemes } from '#model/base/graphemes.ts'
import { linesIn } from '../../writing/lines-in.ts'
import { CELL_LIMIT, type SpecialCell, type WorkbookSheet } from '../../writing/workbook.ts'
import type { Reader } from './reader.ts'
import type { SharingLine } from './sharing-list.ts'

/** A part of the form: its title, then labels with what is to be written beside them. */
type Part = readonly [title: string, rows: readonly (readonly [label: string, text: string])[]]

/** Width of the column to write in, in characters. */
const WIDTH = 64

/** The part with room for signatures and seals. */
const OPINIONS = '四、意见'

/**
 * The application for one sharing entry as a sheet of paper: what the model knows is filled in, the rest is left to write.
 * Source: domain §2.2 g.
 */
export function applicationForm(line: SharingLine, name: string, reader: Reader, losses: Loss[]): WorkbookSheet {
  const title = '数据共享申请表'
  const rows: string[][] = [
    [title, ''],
    ['空白处请填写；联系人、密钥、地址和口令不写进模型，由申请单位另行提供。', ''],
  ]
  const special = new Map<string, SpecialCell>([
    ['0,0', { look: looks.title(palettes.right) }],
    ['0,1', { look: looks.plain }],
    ['1,0', { look: looks.hint }],
    ['1,1', { look: looks.plain }],
  ])
  const heights = new Map<number, number>([[0, 32]])
  for (const [part, fields] of partsOf(line, reader)) {
    special.set(`${rows.length},0`, { look: looks.required(palettes.right) })
    special.set(`${rows.length},1`, { look: looks.required(palettes.right) })
    rows.push([part, ''])
    for (const [label, text] of fields) {
      const fitting = cutGraphemes(text, CELL_LIMIT)
      if (fitting !== text) losses.push({ code: 'text-cut', element: line.element.id, field: label })
      special.set(`${rows.length},0`, { look: looks.optional(palettes.right) })
      heights.set(rows.length, part === OPINIONS ? 66 : Math.min(300, Math.max(20, linesIn(fitting, WIDTH) * 15 + 5)))
      rows.push([label, fitting])
    }
  }
  return {
    name,
    columns: [{ width: 22 }, { width: WIDTH, look: looks.body }],
    rows,
    special,
    heights,
    landscape: false,
    tab: palettes.right.strong,
    footer: '&C第 &P 页，共 &N 页',
  }
}

function partsOf(line: SharingLine, reader: Reader): readonly Part[] {
  return [
    ['一、申请', applicationOf(line, reader)],
    ['二、申请的数据', dataOf(line, reader)],
    ['三、使用', useOf(line, reader)],
    [
      OPINIONS,
      [
        ['申请部门意见', ''],
        ['提供部门意见', ''],
        ['数据主管部门意见', ''],
      ],
    ],
  ]
}

function applicationOf({ entry, requirement, consumer, source }: SharingLine, { said }: Reader): Part[1] {
  return [
    ['申请名称', said(entry, 'applicationName') || `${consumer.organisation?.name ?? ''}申请共享“${requirement.name}”`],
    ['申请编码', said(entry, 'applicationCode')],
    ['申请部门', consumer.organisation?.name ?? ''],
    ['联系人和电话', said(entry, 'applicant')],
    ['提供部门', source.organisation?.name ?? ''],
    ['申请类型', said(entry, 'applicationType')],
    ['需求类型', said(entry, 'needType')],
    ['进展', said(entry, 'state')],
    ['申请函件', said(entry, 'letter')],
  ]
}

function dataOf({ requirement, dataItem, resource, entry, service, source }: SharingLine, { said }: Reader): Part[1] {
  const length = [said(dataItem, 'length'), said(dataItem, 'precision')].filter(text => text !== '').join(',')
  return [
    ['数据需求', [requirement.name, requirement.code].filter(text => text !== undefined).join('　')],
    ['数据项', [dataItem?.name, textIn(dataItem, 'english')].filter(text => text !== undefined && text !== '').join('　')],
    ['类型和长度', [said(dataItem, 'dataType'), length].filter(text => text !== '').join(' ')],
    ['信息资源', [resource?.name, said(resource, 'catalogCode')].filter(text => text !== undefined && text !== '').join('　')],
    ['来源系统和网络', [source.system?.name, said(source.system, 'network')].filter(text => text !== undefined && text !== '').join('　')],
    ['共享类型', said(entry, 'shareType') || said(dataItem, 'shareType')],
    ['共享条件或依据', said(entry, 'condition') || said(dataItem, 'shareCondition')],
    ['安全级别', said(dataItem, 'securityLevel')],
    ['个人信息', said(dataItem, 'personalInfo')],
    ['授权依据', said(entry, 'authorisation')],
    ['提供方式', said(entry, 'method') || said(dataItem, 'supplyMethod')],
    ['数据服务', service?.name ?? ''],
    ['跨网路径', said(entry, 'route')],
  ]
}

function useOf({ entry, requirement, consumer, trace }: SharingLine, { said, names, view }: Reader): Part[1] {
  const grounds = trace.bases.map(id =>
    id.includes('#') ? textIn(view.get(id.split('#')[0] ?? ''), 'basisText') : (view.get(id)?.name ?? ''),
  )
  return [
    ['使用系统', consumer.system?.name ?? ''],
    ['应用 passid', said(entry, 'passId')],
    ['关联业务事项', said(entry, 'item') || names(trace.items)],
    ['关联指标', names(trace.indicators)],
    ['数据来源依据', [...new Set(grounds)].join('；')],
    ['业务应用领域', said(entry, 'domain')],
    ['应用场景', said(entry, 'scenario')],
    ['业务用途', said(entry, 'usage') || said(requirement, 'purpose')],
    ['数据用途', said(entry, 'dataUse')],
    ['期望空间范围', said(requirement, 'coverage')],
    ['期望时间范围', said(requirement, 'timeRange')],
    ['时效要求', said(requirement, 'timeliness')],
    ['期望更新频率', said(requirement, 'cycle')],
    ['期望推送或调用频率', said(entry, 'frequency')],
    ['期望完成时间', said(entry, 'finishBy')],
    ['使用期限', said(entry, 'validUntil')],
    ['推送机制和字段', [said(entry, 'pushMechanism'), said(entry, 'pushFields')].filter(text => text !== '').join('；')],
    ['推送目标', said(entry, 'pushTarget')],
    ['预期成效', said(entry, 'effect')],
    ['技术厂商', said(entry, 'vendor')],
  ]
}
