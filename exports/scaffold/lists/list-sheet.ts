import type { ElementId } from '#model/schema/element.ts'
import type { Loss } from '../../define-exporter.ts'
import { looks, palettes } from '../../excel/palette.ts'
import { cutGraphemes } from '#model/base/graphemes.ts'
import { linesIn } from '../../writing/lines-in.ts'
import { CELL_LIMIT, columnName, type SpecialCell, type WorkbookSheet } from '../../writing/workbook.ts'

/** A column of an office list. */
export interface ListColumn<Row> {
  readonly title: string
  /** In characters; full-width ones count two. */
  readonly width: number
  readonly read: (row: Row) => string
}

/** What a list says of itself. */
interface Said {
  readonly name: string
  readonly hint: string
  /** First columns that stay in sight and are printed on every page, up to the name. */
  readonly kept: number
}

/** An office list: a row per element, texts as people read them. */
export interface OfficeList extends Said {
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads the rows of a list; a text no cell can hold is cut and said. */
export function officeList<Row extends { readonly element: { readonly id: ElementId } }>(
  said: Said,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  losses: Loss[],
): OfficeList {
  const fitting = (text: string, row: Row, field: string): string => {
    if (text.length <= CELL_LIMIT) return text
    losses.push({ code: 'text-cut', element: row.element.id, field })
    return cutGraphemes(text, CELL_LIMIT)
  }
  return { ...said, columns, rows: rows.map(row => columns.map(({ title, read }) => fitting(read(row), row, title))) }
}

/** The list as rows of texts, header first, for CSV. */
export const rowsOf = ({ columns, rows }: OfficeList): readonly (readonly string[])[] => [columns.map(({ title }) => title), ...rows]

const HEADER_ROW = 2

/** A line of body text and the most a row may take, in points. */
const LINE = 15
const TALLEST = 150

/** The list as a sheet: title, hint with the marks of the bundle, header, body, with panes, filter and print set-up. */
export function listSheet({ name, hint, kept, columns, rows }: OfficeList, marks: string): WorkbookSheet {
  const palette = palettes.right
  const special = new Map<string, SpecialCell>([
    ['0,0', { look: looks.title(palette) }],
    ['1,0', { look: looks.hint }],
  ])
  columns.forEach((_, at) => special.set(`${HEADER_ROW},${at}`, { look: looks.required(palette) }))
  const heights = new Map<number, number>([
    [0, 30],
    [HEADER_ROW, 34],
  ])
  rows.forEach((row, at) => {
    const lines = Math.max(1, ...row.map((text, column) => linesIn(text, columns[column]?.width ?? 10)))
    heights.set(HEADER_ROW + 1 + at, Math.min(TALLEST, lines * LINE + 3))
  })
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return {
    name,
    columns: columns.map(column => ({ width: column.width, look: looks.body })),
    rows: [[name], [`${hint}　${marks}`], columns.map(({ title }) => title), ...rows],
    special,
    heights,
    freeze: { rows: HEADER_ROW + 1, columns: kept },
    filter: `A${HEADER_ROW + 1}:${columnName(columns.length - 1)}${HEADER_ROW + 1 + rows.length}`,
    titleRows: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
    titleColumns: `$A:$${columnName(kept - 1)}`,
    paper: width > 200 ? 'a3' : 'a4',
    landscape: true,
    pagesWide: Math.max(1, Math.ceil(width / 260)),
    tab: palette.strong,
    footer: `&L${name}&C第 &P 页，共 &N 页`,
  }
}
