/** Rows that are put in: so many, before this zero-based row. */
export interface Insertion {
  readonly before: number
  readonly count: number
}

/** A row of a reference after the insertion. */
const shifted = (row: number, { before, count }: Insertion): number => (row >= before ? row + count : row)

const reference = /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/gu

/**
 * References in a list such as `A1:B2 C3` after the insertion. A range that reaches to the row above the insertion grows: it
 * covered the rows that are filled in, and those that are put in are filled in too.
 */
export function shiftRanges(list: string, insertion: Insertion, grows = true): string {
  return list.replaceAll(reference, written => {
    const [start = '', end] = written.split(':')
    if (end === undefined) return shiftedPlace(start, insertion)
    const isGrowing = grows && rowIn(end) === insertion.before - 1 && rowIn(start) < rowIn(end)
    return `${shiftedPlace(start, insertion)}:${isGrowing ? atRow(end, rowIn(end) + insertion.count) : shiftedPlace(end, insertion)}`
  })
}

const rowIn = (cell: string): number => Number(/(?<!\d)\d+$/u.exec(cell)?.[0] ?? 0) - 1

const atRow = (cell: string, row: number): string => cell.replace(/(?<!\d)\d+$/u, String(row + 1))

/** A cell such as `$B$12` after the insertion. */
export const shiftedPlace = (cell: string, insertion: Insertion): string => atRow(cell, shifted(rowIn(cell), insertion))

/** Columns without rows, `A:C`, and names that look like cells in functions, such as `LOG10(`, are left alone. */
const inFormula =
  /("(?:[^"]|"")*")|((?:(?<!')'(?:[^']|'')+'|(?<![\p{L}\p{N}_.])[\p{L}\p{N}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(])/gu

/** The same for a formula as XML writes it. */
export function shiftXmlFormula(xml: string, insertion: Insertion, sheets: Parameters<typeof shiftFormula>[2]): string {
  const formula = xml.replaceAll('&apos;', "'").replaceAll('&quot;', '"')
  const moved = shiftFormula(formula, insertion, sheets)
  return moved === formula ? xml : moved
}

/** A formula after the insertion into a sheet; references without a sheet are to the sheet the formula stands in. */
export function shiftFormula(formula: string, insertion: Insertion, sheets: { readonly own: string; readonly changed: string }): string {
  return formula.replaceAll(inFormula, (whole, text: string | undefined, prefix: string | undefined, cells: string | undefined) => {
    if (text !== undefined || cells === undefined) return whole
    const sheet = prefix === undefined ? sheets.own : prefix.slice(0, -1).replaceAll(/^'|'$/gu, '').replaceAll("''", "'")
    return sheet === sheets.changed ? `${prefix ?? ''}${shiftRanges(cells, insertion)}` : whole
  })
}
