import { columnName, escapedText } from '#exports/writing/workbook.ts'
import { columnIn } from '../reading/xlsx/references.ts'
import { type Insertion, shiftXmlFormula, shiftRanges, shiftedPlace } from './shift.ts'
import type { FormValue } from './values.ts'

/** Rows to be written into a sheet. */
export interface Filling {
  /** Zero-based row of the first. */
  readonly first: number
  /** Zero-based column to value, per row. */
  readonly rows: readonly ReadonlyMap<number, FormValue>[]
}

const rowPattern = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/gu

const cellPattern = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1c>)/gu

interface XmlRow {
  readonly index: number
  readonly attributes: string
  /** Column to the cell as it stands. */
  readonly cells: Map<number, string>
}

const attribute = (attributes: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(attributes)?.[1]

/** Puts rows into the XML of a sheet. Cells keep their style; a row that is new looks like the first that is filled. */
export function fillSheet(xml: string, { first, rows }: Filling, insertion: Insertion | undefined, name: string): string {
  const moved = insertion === undefined ? xml : shiftSheet(xml, insertion, name)
  const data = /<((?:\w+:)?)sheetData\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1sheetData>)/u.exec(moved)
  if (data === null) return xml
  const [whole, prefix = '', inner = ''] = data
  const all = new Map(rowsIn(inner).map(row => [row.index, row] as const))
  const pattern = all.get(first)
  rows.forEach((values, at) =>
    all.set(first + at, filledRow(all.get(first + at) ?? newRow(first + at, pattern), values, { prefix, pattern })),
  )
  const written = [...all.values()].sort((a, b) => a.index - b.index).map(row => rowXml(row, prefix))
  const start = data.index
  const result = `${moved.slice(0, start)}<${prefix}sheetData>${written.join('')}</${prefix}sheetData>${moved.slice(start + whole.length)}`
  return withDimension(result, first + rows.length - 1)
}

function rowsIn(inner: string): XmlRow[] {
  let next = 0
  return Array.from(inner.matchAll(rowPattern), ([, , attributes = '', content = '']) => {
    const index = Number(attribute(attributes, 'r') ?? next + 1) - 1
    next = index + 1
    const cells = new Map<number, string>()
    let column = -1
    for (const [cell, , own = ''] of content.matchAll(cellPattern)) {
      const place = attribute(own, 'r')
      column = place === undefined ? column + 1 : columnIn(place)
      cells.set(column, cell)
    }
    return { index, attributes, cells }
  })
}

const newRow = (index: number, pattern: XmlRow | undefined): XmlRow => ({
  index,
  attributes: (pattern?.attributes ?? '').replace(/(?<!\s)\s*\br="\d+"/u, '') + ` r="${index + 1}"`,
  cells: new Map(),
})

interface Looks {
  readonly prefix: string
  readonly pattern: XmlRow | undefined
}

function filledRow(row: XmlRow, values: ReadonlyMap<number, FormValue>, { prefix, pattern }: Looks): XmlRow {
  const cells = new Map(row.cells)
  const styleOf = (column: number): string | undefined =>
    attribute(/<[^>]*>/u.exec(row.cells.get(column) ?? '')?.[0] ?? '', 's') ??
    attribute(/<[^>]*>/u.exec(pattern?.cells.get(column) ?? '')?.[0] ?? '', 's')
  // Borders of the cells that are left empty.
  for (const column of pattern?.cells.keys() ?? [])
    if (!cells.has(column)) cells.set(column, cellXml(row.index, column, '', { prefix, style: styleOf(column) }))
  for (const [column, value] of values) cells.set(column, cellXml(row.index, column, value, { prefix, style: styleOf(column) }))
  return { ...row, attributes: row.attributes.replace(/(?<!\s)\s*\bspans="[^"]*"/u, ''), cells }
}

function cellXml(
  row: number,
  column: number,
  value: FormValue,
  { prefix, style }: { readonly prefix: string; readonly style: string | undefined },
): string {
  const head = `<${prefix}c r="${columnName(column)}${row + 1}"${style === undefined ? '' : ` s="${style}"`}`
  if (value === '') return `${head}/>`
  if (typeof value === 'number') return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t></${prefix}is></${prefix}c>`
}

const escaped = (text: string): string => escapedText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function rowXml({ attributes, cells }: XmlRow, prefix: string): string {
  const head = `<${prefix}row ${attributes.trim()}`
  if (cells.size === 0) return `${head}/>`
  const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell)
  return `${head}>${inOrder.join('')}</${prefix}row>`
}

const tag = /<((?:\w+:)?(\w+))\b([^<>]*)>/gu

const formula = /(<((?:\w+:)?(?:f|formula|formula1|formula2))\b[^<>]*>)([^<]+)(?=<\/\2>)/gu

/** Everything in a sheet that says where something stands, after rows were put in. */
function shiftSheet(xml: string, insertion: Insertion, name: string): string {
  return xml
    .replaceAll(tag, (whole, full: string, local: string, attributes: string) => {
      const moved = attributes.replaceAll(/\b(r|id|ref|sqref)="([^"]*)"/gu, (said, field: string, value: string) => {
        const now = shiftedAttribute(`${local}.${field}`, value, insertion)
        return now === undefined ? said : `${field}="${now}"`
      })
      return moved === attributes ? whole : `<${full}${moved}>`
    })
    .replaceAll(
      formula,
      (_, head: string, _full: string, text: string) => `${head}${shiftXmlFormula(text, insertion, { own: name, changed: name })}`,
    )
}

/** The value of an attribute that names places; undefined for one that does not. */
function shiftedAttribute(field: string, value: string, insertion: Insertion): string | undefined {
  switch (field) {
    case 'row.r':
    case 'brk.id':
      return shiftedPlace(`A${value}`, insertion).slice(1)
    case 'c.r':
      return shiftedPlace(value, insertion)
    case 'mergeCell.ref':
      // A merged cell is one cell; it must not grow.
      return shiftRanges(value, insertion, false)
    default:
      return field.endsWith('.ref') || field.endsWith('.sqref') ? shiftRanges(value, insertion) : undefined
  }
}

function withDimension(xml: string, lastRow: number): string {
  return xml.replace(
    /(<(?:\w+:)?dimension\b[^>]*?\bref="[A-Z]+\d+:[A-Z]+)(\d+)"/u,
    (_, head: string, row: string) => `${head}${Math.max(Number(row), lastRow + 1)}"`,
  )
}
