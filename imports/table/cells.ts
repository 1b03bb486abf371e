import { compareKey, storable } from '#model/base/text.ts'
import type { Merge, Row, Sheet } from '../reading/workbook.ts'
import { isOrganisation } from './organisations.ts'

/** Texts of a row by column. */
export type Texts = ReadonlyMap<number, string>

/** The cells of a row with merged ranges filled in, and the columns whose cell began in a row above. */
export interface FilledRow {
  readonly index: number
  /** What the row itself holds. */
  readonly own: Texts
  readonly texts: Texts
  /** Column to the row where its merged cell begins. */
  readonly continued: ReadonlyMap<number, number>
  /** Columns that the widest merged cell of the row covers. */
  readonly widest: number
}

interface Cover {
  readonly column: number
  readonly text: string
  readonly top: number
}

/** No merged cell is filled further than this; whole columns are merged by mistake. */
const [MOST_ROWS, MOST_COLUMNS] = [20_000, 200]

/** Reads rows with merged ranges filled: a merged group cell counts for each of its rows. */
export function rowFiller(sheet: Sheet): (row: Row) => FilledRow {
  const covers = new Map<number, Cover[]>()
  const widths = new Map<number, number>()
  const byIndex = new Map(sheet.rows.map(row => [row.index, row] as const))
  for (const merge of sheet.merges) {
    const text = storable(byIndex.get(merge.top)?.cells.get(merge.left)?.text ?? '').trim()
    if (text === '' || merge.bottom - merge.top > MOST_ROWS) continue
    widths.set(merge.top, Math.max(widths.get(merge.top) ?? 1, merge.right - merge.left + 1))
    for (let row = merge.top; row <= merge.bottom; row++) covers.set(row, [...(covers.get(row) ?? []), ...coverOf(merge, row, text)])
  }
  return row => {
    const own = new Map<number, string>()
    for (const [column, cell] of row.cells) {
      const text = storable(cell.text).trim()
      if (text !== '') own.set(column, text)
    }
    const texts = new Map(own)
    const continued = new Map<number, number>()
    for (const { column, text, top } of covers.get(row.index) ?? []) {
      if (own.has(column)) continue
      texts.set(column, text)
      if (top < row.index) continued.set(column, top)
    }
    return { index: row.index, own, texts, continued, widest: widths.get(row.index) ?? 1 }
  }
}

/** The cells of a row that a merged range covers, without the one that holds its text. */
function coverOf({ top, left, right }: Merge, row: number, text: string): readonly Cover[] {
  const first = row === top ? left + 1 : left
  const count = Math.max(0, Math.min(right, left + MOST_COLUMNS) - first + 1)
  return Array.from({ length: count }, (_, index) => ({ column: first + index, text, top }))
}

const plain = (text: string): string => compareKey(text).replaceAll(/[\s「」【】[\]()（）*※]/gu, '')

const noteStart =
  /^(?:注\d*:|备注|说明:|附注|填表|填报|制表|审核人|审核单位|联系人|合计|总计|小计|共计|续表|单位:|第\d+页|共\d+[项条页个])/u

const totals = /^(?:合计|总计|小计|共计|累计)[\d项个件:：]*$/u

/** Rows that only say something about the list: notes, totals, 「续表」, dates and page numbers. */
export function isNote(row: FilledRow, name: string): boolean {
  const [first = ''] = row.own.values()
  if ([...row.own.values()].some(text => totals.test(plain(text))) && (name === '' || totals.test(plain(name)) || row.own.size <= 3))
    return true
  const isAlone = row.own.size === 1
  if (isAlone && (name === '' || row.widest > 2)) return true
  if (name === '') return noteStart.test(plain(first)) && row.own.size <= 4
  return isAlone && (noteStart.test(plain(first)) || /[。；]$/u.test(first))
}

/** A row that heads the rows below it, such as 「二、行政处罚（共 12 项）」 or 「（一）县民政局」. */
export function sectionOf(row: FilledRow): string | undefined {
  if (row.own.size !== 1) return undefined
  const [text = ''] = row.own.values()
  const section = /^[（(]?[一二三四五六七八九十]{1,3}(?:[)）][、.．]?|[、.．:：])\s*(\S.{0,59})$/u.exec(text)?.[1]
  // A department across the whole row heads its rows without a number too.
  if (section === undefined && row.widest > 2 && isOrganisation(text)) return text
  return section?.replace(/[（(](?:共)?\s*\d+\s*[项条个件][)）]$/u, '').trim()
}
