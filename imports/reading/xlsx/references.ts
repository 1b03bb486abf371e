import type { Merge } from '../workbook.ts'

/** Zero-based. */
export interface Place {
  readonly row: number
  readonly column: number
}

const A = 0x41

/** The place of a cell reference such as `B12` or `$B$12`; undefined when it is none. */
export function placeIn(reference: string): Place | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(reference)
  if (match === null) return undefined
  return { row: Number(match[2]) - 1, column: columnIn(match[1] ?? '') }
}

/** Zero-based column of the letters a reference begins with; read sign by sign, as it is asked for every cell. */
export function columnIn(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) & ~0x20) - A
    if (letter < 0 || letter > 25) break
    column = column * 26 + letter + 1
  }
  return column - 1
}

/** The range of a reference such as `A1:B2`; a single cell is a range too. */
export function rangeIn(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [placeIn(from), placeIn(to)]
  if (start === undefined || end === undefined) return undefined
  return {
    top: Math.min(start.row, end.row),
    bottom: Math.max(start.row, end.row),
    left: Math.min(start.column, end.column),
    right: Math.max(start.column, end.column),
  }
}
