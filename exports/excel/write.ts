import { cutGraphemes } from '#model/base/graphemes.ts'
import { sha256 } from '#model/base/hash.ts'
import { strToU8 } from 'fflate'
import { kindOf } from '#model/kinds/index.ts'
import type { Element } from '#model/schema/element.ts'
import { defineExporter, type ExportInput, type Loss } from '../define-exporter.ts'
import { CELL_LIMIT, columnName, type Dropdown, type SpecialCell, type WorkbookSheet, writeWorkbook } from '../writing/workbook.ts'
import { linesIn } from '../writing/lines-in.ts'
import { type Checklist, checklists } from './checklists.ts'
import { type Choices, choicesFor } from './choices.ts'
import { type ChecklistColumn, columnsOf, commentOf, widthOf } from './columns.ts'
import { elementsInOrder } from './elements.ts'
import { instructionSheet } from './instructions.ts'
import { type ExportedTable, originSheet, valuesSheet } from './origin.ts'
import { looks, palettes } from './palette.ts'

/** Title, hint and header stand above the data. */
const HEADER_ROW = 2

/** Empty rows with borders and dropdowns below the data, so that a new checklist can be filled in at once. */
const BLANK_ROWS = 20

/** The checklists of a document as a workbook that can be handed out, filled in and taken back. Source: contracts C6.3. */
export const excel = defineExporter({
  id: 'excel',
  label: 'Excel 清单',
  extension: 'xlsx',
  async write(input) {
    const losses: Loss[] = []
    const tables = checklists.map(list => tableOf(list, input, losses))
    const choices = choicesFor(
      tables.flatMap(table => table.columns.map(column => column.declared)),
      input,
    )
    const document = documentOf(input)
    const title = `${document?.name ?? '业务协同模型'}　清单`
    const exportId = sha256(strToU8(JSON.stringify(tables.map(({ exported }) => exported)))).slice(0, 24)
    const bytes = await writeWorkbook({
      title,
      sheets: [
        instructionSheet(title, checklists, input),
        ...tables.map(table => checklistSheet(table, choices)),
        choices.sheet,
        originSheet(
          document?.id ?? '',
          exportId,
          tables.map(table => table.exported),
        ),
        valuesSheet(tables.map(table => table.exported)),
      ],
      names: choices.names,
    })
    return { files: [{ path: '清单.xlsx', bytes }], losses }
  },
})

interface Table {
  readonly list: Checklist
  readonly label: string
  readonly columns: readonly ChecklistColumn[]
  readonly exported: ExportedTable
}

function documentOf({ view }: ExportInput): Element | undefined {
  for (const id of view.lookups.allOf('document')) return view.get(id)
  return undefined
}

function tableOf(list: Checklist, input: ExportInput, losses: Loss[]): Table {
  const kind = kindOf(list.kind)
  const columns = kind ? columnsOf(kind) : []
  const rows = elementsInOrder(list.kind, input.view).map(element => ({
    id: element.id,
    texts: columns.map(column => fitting(column.read(element, input.wording), element, column.field, losses)),
  }))
  return {
    list,
    label: kind?.label ?? '',
    columns,
    exported: { sheet: list.sheet, kind: list.kind, fields: columns.map(column => column.field), rows },
  }
}

function fitting(text: string, { id }: Element, field: string, losses: Loss[]): string {
  if (text.length <= CELL_LIMIT) return text
  losses.push({ code: 'text-cut', element: id, field })
  return cutGraphemes(text, CELL_LIMIT)
}

function checklistSheet({ list, label, columns, exported }: Table, choices: Choices): WorkbookSheet {
  const palette = palettes[list.leg]
  const header = ['编号', ...columns.map(column => column.title)]
  const body = exported.rows.map(({ id, texts }) => [id, ...texts])
  const blank = Array.from({ length: BLANK_ROWS }, () => header.map(() => ''))
  const special = new Map<string, SpecialCell>([
    ['0,1', { look: looks.title(palette) }],
    ['1,1', { look: looks.hint }],
  ])
  header.forEach((_, index) => {
    const column = columns[index - 1]
    special.set(`${HEADER_ROW},${index}`, {
      look: column?.declared.required ? looks.required(palette) : looks.optional(palette),
      ...(column ? { comment: commentOf(column) } : {}),
    })
  })
  const last = HEADER_ROW + body.length + BLANK_ROWS + 1
  const right = columnName(columns.length)
  const totalWidth = columns.reduce((sum, column) => sum + widthOf(column), 0)
  return {
    name: list.sheet,
    columns: [{ width: 14, hidden: true, look: looks.body }, ...columns.map(column => ({ width: widthOf(column), look: lookOf(column) }))],
    rows: [
      ['', list.sheet],
      ['', `${label}共 ${body.length} 条。带“*”的列必填；鼠标指向表头看说明；可填多个的列用“；”分隔。`],
      header,
      ...body,
      ...blank,
    ],
    special,
    heights: heightsOf(columns, exported),
    dropdowns: dropdownsOf(columns, last, choices),
    freeze: { rows: HEADER_ROW + 1, columns: 3 },
    filter: `A${HEADER_ROW + 1}:${right}${HEADER_ROW + 1 + body.length + BLANK_ROWS}`,
    titleRows: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
    titleColumns: '$B:$C',
    paper: totalWidth > 260 ? 'a3' : 'a4',
    landscape: true,
    pagesWide: Math.max(1, Math.ceil(totalWidth / 320)),
    tab: palette.strong,
    footer: `&L${list.sheet}&C第 &P 页，共 &N 页`,
  }
}

/** A line of body text, and the most a row may take, in points. */
const LINE = 15

const TALLEST = 150

/** Rows are as high as their fullest cell needs, since a reader does not measure wrapped text when it opens a file. */
function heightsOf(columns: readonly ChecklistColumn[], { rows }: ExportedTable): ReadonlyMap<number, number> {
  const heights = new Map<number, number>([
    [0, 30],
    [HEADER_ROW, 34],
  ])
  rows.forEach(({ texts }, index) => {
    const lines = Math.max(1, ...texts.map((text, at) => linesIn(text, widthOf(columns[at] as ChecklistColumn))))
    heights.set(HEADER_ROW + 1 + index, Math.min(TALLEST, lines * LINE + 3))
  })
  return heights
}

function lookOf({ declared }: ChecklistColumn) {
  switch (declared.type) {
    case 'number':
      return looks.number
    case 'choice':
    case 'boolean':
    case 'date':
      return looks.centred
    default:
      return looks.body
  }
}

function dropdownsOf(columns: readonly ChecklistColumn[], lastRow: number, choices: Choices): readonly Dropdown[] {
  return columns.flatMap((column, index) => {
    const source = choices.sourceFor(column.declared)
    if (source === undefined) return []
    const name = columnName(index + 1)
    const strict = column.declared.type === 'boolean'
    return [
      {
        range: `${name}${HEADER_ROW + 2}:${name}${lastRow + 1000}`,
        source,
        strict,
        message: `「${column.title}」不在可选范围内。确有需要可以保留，交回后会列出来核对。`,
      },
    ]
  })
}
