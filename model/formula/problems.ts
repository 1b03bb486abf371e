/** What is wrong with a formula; text stands in `words/` by code. */
export type FormulaProblemCode =
  | 'operand-missing'
  | 'condition-missing'
  | 'not-expected'
  | 'string-open'
  | 'bracket-open'
  | 'parenthesis-open'
  | 'comparison-chained'
  | 'argument-count'
  | 'names-only'
  | 'too-long'
  | 'too-deep'
  | 'too-many-operands'
  | 'name-ambiguous'
  | 'division-by-zero'
  | 'exponent-out-of-range'
  | 'value-too-long'
  | 'not-a-number'
  | 'not-a-condition'
  | 'unit-mismatch'
  | 'unit-scale'
  | 'ratio-as-percent'

/** A problem and where it is: zero-based, in UTF-16 units. */
export interface Problem {
  readonly code: FormulaProblemCode
  readonly at: number
  readonly values?: { readonly [name: string]: string | number | readonly string[] }
}

/** Limits of a formula. Source: contracts C4.9. */
export const limits = { characters: 4000, depth: 64, operands: 500 } as const
