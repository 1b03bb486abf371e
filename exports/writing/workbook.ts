import type { NamedRange } from 'hucre'
import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { sheetNames } from './sheet-names.ts'

/** How a cell looks; the few styles of our workbooks have names so that a sheet stays readable and small. */
export interface CellLook {
  readonly bold?: boolean
  readonly size?: number
  readonly ink?: string
  readonly fill?: string
  readonly wrap?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly border?: string
}

export interface SheetColumn {
  readonly width: number
  readonly hidden?: boolean
  readonly look?: CellLook
}

/** A cell that is not plain body text. */
export interface SpecialCell {
  readonly look?: CellLook
  readonly comment?: string
  readonly link?: string
}

/** A dropdown: the values of a defined name for a range of cells. */
export interface Dropdown {
  readonly range: string
  readonly source: string
  /** `stop` refuses other values, `warning` lets a person insist. */
  readonly strict: boolean
  readonly message: string
}

export interface WorkbookSheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
  /** By `row,column`, both zero-based. */
  readonly special?: ReadonlyMap<string, SpecialCell>
  readonly heights?: ReadonlyMap<number, number>
  readonly dropdowns?: readonly Dropdown[]
  readonly freeze?: { readonly rows: number; readonly columns: number }
  readonly filter?: string
  readonly titleRows?: string
  readonly titleColumns?: string
  readonly paper?: 'a4' | 'a3'
  readonly landscape?: boolean
  readonly pagesWide?: number
  readonly hidden?: boolean
  readonly tab?: string
  readonly footer?: string
}

export interface WorkbookContent {
  readonly title: string
  readonly sheets: readonly WorkbookSheet[]
  /** Defined name to range, such as `代码_层级` to `'代码'!$A$2:$A$8`. */
  readonly names: ReadonlyMap<string, string>
}

const FONT = '微软雅黑'

/** Excel's limit for the text of one cell, in UTF-16 units. */
export const CELL_LIMIT = 32_767

/** Writes a workbook. Texts are written as texts and never evaluated (reliability E1); the same content gives the same bytes. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const names = sheetNames(content.sheets.map(sheet => sheet.name))
  const epoch = new Date(Date.UTC(2021, 0, 1))
  return writeXlsx({
    sheets: content.sheets.map((sheet, at) => writeSheet({ ...sheet, name: names[at] ?? sheet.name })),
    namedRanges: Array.from(content.names, ([name, range]): NamedRange => ({ name, range })),
    defaultFont: { name: FONT, size: 10 },
    properties: { title: content.title, creator: '经纬', lastModifiedBy: '经纬', created: epoch, modified: epoch },
  })
}

function writeSheet(sheet: WorkbookSheet): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, hidden, look }) => ({
      width,
      ...(hidden ? { hidden } : {}),
      ...(look ? { style: styleOf(look) } : {}),
    })),
    rows: sheet.rows.map(row => row.map(text => (text === '' ? null : escapedText(text)))),
    cells: specialCells(sheet),
    rowDefs: new Map(Array.from(sheet.heights ?? [], ([row, height]) => [row, { height }])),
    dataValidations: (sheet.dropdowns ?? []).map(writeDropdown),
    pageSetup: pageOf(sheet),
    view: { showGridLines: false, ...(sheet.tab === undefined ? {} : { tabColor: { rgb: sheet.tab } }) },
    ...(sheet.freeze ? { freezePane: sheet.freeze } : {}),
    ...(sheet.filter === undefined ? {} : { autoFilter: { range: sheet.filter } }),
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.footer === undefined ? {} : { headerFooter: { oddFooter: sheet.footer } }),
  }
}

/** A literal `_x0041_` would be read as `A`; Excel's own escape keeps it (reliability E3). */
export const escapedText = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

/** Texts such as `#N/A`, which a writer would take for an error value. */
const errorLike = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/iu

/** Texts that would become formulas when a person opens the cell and closes it again; in a cell of text they stay texts. Source: reliability E1. */
const formulaLike = /^[=+\-@\t＝＋－＠]/u

function specialCells(sheet: WorkbookSheet): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const [place, { look, comment, link }] of sheet.special ?? []) {
    cells.set(place, {
      ...(look ? { style: styleOf(look) } : {}),
      ...(comment === undefined ? {} : { comment: { text: comment, author: '经纬' } }),
      ...(link === undefined ? {} : { hyperlink: { target: '', location: link } }),
    })
  }
  sheet.rows.forEach((row, at) => {
    row.forEach((text, column) => {
      const place = `${at},${column}`
      const known = cells.get(place)
      if (errorLike.test(text)) cells.set(place, { ...known, value: text, type: 'string' })
      else if (formulaLike.test(text)) {
        const style = known?.style ?? styleOf(sheet.columns[column]?.look ?? {})
        cells.set(place, { ...known, value: escapedText(text), type: 'string', style: { ...style, numFmt: '@' } })
      }
    })
  })
  return cells
}

function styleOf({ bold, size, ink, fill, wrap, align, border }: CellLook): CellStyle {
  const side = border === undefined ? undefined : { style: 'thin' as const, color: { rgb: border } }
  return {
    font: { name: FONT, size: size ?? 10, ...(bold ? { bold } : {}), ...(ink === undefined ? {} : { color: { rgb: ink } }) },
    alignment: { vertical: bold || size ? 'center' : 'top', wrapText: wrap ?? false, ...(align ? { horizontal: align } : {}) },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(side ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
  }
}

function writeDropdown({ range, source, strict, message }: Dropdown): DataValidation {
  return {
    type: 'list',
    formula1: source,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: strict ? 'stop' : 'warning',
    errorTitle: '请从列表中选择',
    errorMessage: message,
  }
}

function pageOf({ paper, landscape, pagesWide, titleRows, titleColumns }: WorkbookSheet): NonNullable<WriteSheet['pageSetup']> {
  return {
    paperSize: paper ?? 'a4',
    orientation: landscape === false ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: pagesWide ?? 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
    ...(titleColumns === undefined ? {} : { printTitlesColumn: titleColumns }),
  }
}

/** `A`, `B`, … `AA` for a zero-based column. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
