import { kindOf } from '#model/kinds/index.ts'
import { highestLevel } from '#model/method/highest-level.ts'
import type { ExportInput } from '../define-exporter.ts'
import type { SpecialCell, WorkbookSheet } from '../writing/workbook.ts'
import type { Checklist } from './checklists.ts'
import { looks, palettes } from './palette.ts'

/** The first sheet: what this is, how it is filled in, and a table of contents with counts. */
export function instructionSheet(title: string, lists: readonly Checklist[], { view, today }: ExportInput): WorkbookSheet {
  const level = highestLevel(view.lookups, view.get)
  const rules = [
    '1. 每张清单第三行是表头，从第四行开始填写；带“*”的列必填，鼠标指向表头可看填写说明。',
    '2. 有下拉箭头的单元格请从列表中选择；可填多个的列用“；”分隔，写名称或“名称（编码）”均可。',
    '3. 新增内容直接在空行填写，也可以插行、排序、筛选；请不要改动表头和工作表名称。',
    '4. 隐藏的首列和以下划线开头的隐藏工作表用于交回后自动比对，请保留；删掉的行不会自动删除，交回后会列出来由您确认。',
    '5. 本表不得填写国家秘密；涉及个人信息的数据项只写名称，不写具体个人的信息。',
  ]
  const rows: string[][] = [
    [title],
    [`下发日期：${today}${level === undefined ? '' : `　　所含数据的最高安全级别：${level}`}`],
    [],
    ['填写说明'],
    ...rules.map(rule => [rule]),
    [],
    ['清单', '步骤', '行数', '填写内容'],
  ]
  const head = rows.length - 1
  const special = new Map<string, SpecialCell>([
    ['0,0', { look: { ...looks.title(palettes.left), size: 20 } }],
    ['1,0', { look: looks.hint }],
    ['3,0', { look: { bold: true, size: 12, ink: palettes.left.strong } }],
  ])
  for (let column = 0; column < 4; column++) special.set(`${head},${column}`, { look: looks.required(palettes.left) })
  for (const list of lists) {
    const kind = kindOf(list.kind)
    const row = rows.length
    rows.push([list.sheet, kind?.step ?? '参考', String(view.lookups.countOf(list.kind)), kind?.help ?? ''])
    special.set(`${row},0`, { look: { ...looks.body, ink: palettes[list.leg].strong, bold: true }, link: `'${list.sheet}'!A1` })
    for (const column of [1, 2]) special.set(`${row},${column}`, { look: looks.centred })
    special.set(`${row},3`, { look: looks.body })
  }
  return {
    name: '填写说明',
    columns: [{ width: 24 }, { width: 10 }, { width: 10 }, { width: 86 }],
    rows,
    special,
    heights: new Map([[0, 36]]),
    landscape: true,
    tab: palettes.left.strong,
    footer: '&C第 &P 页，共 &N 页',
  }
}
