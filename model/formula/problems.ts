/** What is wrong with a formula; the sentence for people stands in `words/` by code. */
export type FormulaProblemCode =
  | 'operand-missing'
  | 'condition-missing'
  | 'not-expected'
  | 'string-open'
  | 'bracket-open'
  | 'parenthesis-open'
  | 'comparison-chained'
  | 'function-unknown'
  | 'argument-count'
  | 'argument-out-of-range'
  | 'names-only'
  | 'too-long'
  | 'too-deep'
  | 'too-many-operands'
  | 'name-ambiguous'
  | 'division-by-zero'
  | 'exponent-out-of-range'
  | 'value-too-long'
  | 'no-values'
  | 'not-a-number'
  | 'not-a-condition'
  | 'unit-mismatch'
  | 'unit-scale'
  | 'ratio-as-percent'

/** A problem and where it is: zero-based, in UTF-16 units. Source: contracts C4.9, C4.10. */
export interface Problem {
  readonly code: FormulaProblemCode
  readonly at: number
  /** How far the faulty part reaches; absent where something is missing rather than wrong. */
  readonly length?: number
  readonly values?: { readonly [name: string]: string | number | readonly string[] }
}

/** Limits of a formula: UTF-16 units, nested parentheses, calls and signs, distinct operands. Source: contracts C4.9. */
export const limits = { characters: 4000, depth: 64, operands: 500 } as const
