import type { Encoding } from './decode.ts'

/** A cell that holds something; empty ones are not kept, however wide a sheet says it is. */
export interface Cell {
  /**
   * As a person would type it: numbers in plain digits, dates as `YYYY-MM-DD` or with `THH:mm:ss`, times as `HH:mm:ss`,
   * durations with hours beyond 24, `TRUE` and `FALSE`, errors as `#N/A`. Texts are unchanged.
   */
  readonly text: string
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The text is the stored result of a formula; formulas are never evaluated. */
  readonly formula?: boolean
  /** Where the cell leads: an address, or `#` and a place in the workbook. Never followed. */
  readonly link?: string
}

export interface Row {
  /** Zero-based. */
  readonly index: number
  /** Zero-based column to cell, in ascending order. */
  readonly cells: ReadonlyMap<number, Cell>
}

/** Zero-based, both ends included, cut to the used cells of the sheet. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a sheet holds. */
export interface SheetCounts {
  readonly cells: number
  readonly formulas: number
  readonly links: number
}

export interface Sheet {
  readonly name: string
  readonly hidden: 'visible' | 'hidden' | 'veryHidden'
  /** Those with a cell, in ascending order. */
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  /** One more than the last used column, whatever the sheet declares. */
  readonly usedColumns: number
  readonly counts: SheetCounts
  /** Page headers and footers as written, with their codes; absent where there are none. */
  readonly margins?: readonly string[]
}

/** What a person should know of a table that was read; text stands in `words/`. */
export type ReadingWarningCode =
  | 'formulas-as-values'
  | 'formulas-without-value'
  | 'macros-ignored'
  | 'external-links-ignored'
  | 'embedded-objects-ignored'
  | 'comments-ignored'
  | 'sheets-without-cells'
  | 'digits-lost'
  | 'signs-replaced'
  | 'ragged-rows'
  | 'quote-not-closed'
  | 'ending-misleads'

export interface ReadingWarning {
  readonly code: ReadingWarningCode
  readonly values: { readonly [name: string]: string | number }
}

export type Format = 'xlsx' | 'xlsm' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'tsv'

export interface Workbook {
  readonly format: Format
  /** Of csv and tsv. */
  readonly encoding?: Encoding
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly ReadingWarning[]
}

/** One warning with a count, or none where there is nothing to warn of. */
export const counted = (code: ReadingWarningCode, count: number): readonly ReadingWarning[] =>
  count > 0 ? [{ code, values: { count } }] : []
