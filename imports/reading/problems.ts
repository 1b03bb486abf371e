import { err } from '#model/base/result.ts'

/** Why a file cannot be read; text stands in `words/`. */
export type ReadingCode =
  | 'empty'
  | 'too-large'
  | 'too-many-parts'
  | 'too-many-cells'
  | 'suspicious-ratio'
  | 'bad-entry-name'
  | 'encrypted'
  | 'damaged'
  | 'not-a-table'
  | 'xml-forbidden'
  | 'xml-broken'
  | 'xml-limit'
  | 'unknown-encoding'

export interface ReadingProblem {
  readonly code: ReadingCode
  readonly values: { readonly [name: string]: string | number }
}

/** A failed result, where a function gives nothing else. */
export interface Failed {
  readonly ok: false
  readonly error: ReadingProblem
}

export const problem = (code: ReadingCode, values: ReadingProblem['values'] = {}): Failed => err({ code, values })
