/** A cell that holds something; empty ones are not kept, however wide a sheet says it is. */
export interface Cell {
  /** As a person would type it: numbers in plain digits, dates as `YYYY-MM-DD` or with `THH:mm:ss`. */
  readonly text: string
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The text is the stored result of a formula; formulas are never evaluated. */
  readonly formula?: boolean
}

export interface Row {
  /** Zero-based. */
  readonly index: number
  /** Zero-based column to cell, in ascending order. */
  readonly cells: ReadonlyMap<number, Cell>
}

/** Zero-based, both ends included. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  readonly hidden: 'visible' | 'hidden' | 'veryHidden'
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
}

export interface ReadingWarning {
  readonly code: string
  readonly values: { readonly [name: string]: string | number }
}

export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv'
  readonly encoding?: string
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly ReadingWarning[]
}
