import { invariant } from '../base/invariant.ts'
import type { Token } from './lex.ts'
import { limits, type Problem } from './problems.ts'

/** Where the parser stands in the tokens of one formula, and what it found wrong. */
export interface Reader {
  readonly tokens: readonly Token[]
  at: number
  /** How many parentheses, calls, signs and exponents are open. */
  depth: number
  names: number
  readonly problems: Problem[]
  isTooDeep: boolean
}

export const readerOf = (tokens: readonly Token[], problems: Problem[]): Reader => ({
  tokens,
  at: 0,
  depth: 0,
  names: 0,
  problems,
  isTooDeep: false,
})

/** The token that comes next; the last one is the end and never passed. */
export function next(reader: Reader): Token {
  const token = reader.tokens[reader.at]
  invariant(token, 'read past the end of a formula')
  return token
}

/** One problem per place: the first says it best. */
export function complain(reader: Reader, code: Problem['code'], { at, end }: Token, values?: Problem['values']): void {
  if (reader.isTooDeep || reader.problems.some(problem => problem.at === at)) return
  const isAbsence = code === 'operand-missing' || code === 'condition-missing'
  reader.problems.push({ code, at, ...(isAbsence ? {} : { length: end - at }), ...(values === undefined ? {} : { values }) })
}

/** Whether the token is this sign or keyword, not a name or a string that looks like it. */
export const isMark = (token: Token, text: string): boolean => token.text === text && (token.type === 'sign' || token.type === 'word')

/** Goes past this sign or keyword if it comes next. */
export function take(reader: Reader, text: string): boolean {
  const found = isMark(next(reader), text)
  if (found) reader.at++
  return found
}

/** Reads one level deeper, or gives up for good where that is too deep. Source: contracts C4.9. */
export function deeper<T>(reader: Reader, read: () => T, otherwise: T): T {
  if (reader.depth === limits.depth) {
    complain(reader, 'too-deep', next(reader), { most: limits.depth })
    reader.isTooDeep = true
    reader.at = reader.tokens.length - 1
  }
  if (reader.isTooDeep) return otherwise
  reader.depth++
  const result = read()
  reader.depth--
  return result
}
