import { err, ok, type Result } from '../../base/result.ts'
import { codeUnitCompare } from '../../base/text.ts'
import { DURATION } from '../lex.ts'
import type { FormulaProblemCode } from '../problems.ts'
import { compare, isTooLong, minus, over, plus, power, type Rational, rational, readRational, times } from '../rational.ts'
import type { Operator } from '../tree.ts'

/** A number, or a length of time in its own unit. */
export interface Quantity {
  readonly type: 'number'
  readonly number: Rational
  /** The unit of a duration; absent for a plain number, which beside a duration counts in the duration's unit. */
  readonly per?: string
}

export type Value =
  | Quantity
  /** A string of the formula. */
  | { readonly type: 'text'; readonly text: string }
  /** What a record holds, which may mean a number. */
  | { readonly type: 'datum'; readonly text: string }
  | { readonly type: 'truth'; readonly truth: boolean }
  /** An empty field of a record, and what is worked out from one. */
  | { readonly type: 'nothing' }

export type Nothing = Extract<Value, { type: 'nothing' }>

export const nothing: Nothing = { type: 'nothing' }

export const numbered = (number: Rational, per?: string): Quantity =>
  per === undefined ? { type: 'number', number } : { type: 'number', number, per }

/**
 * Days in a unit of time. Twelve months are a year and five working days a week, so that 12月 = 1年 and 5工作日 = 7日;
 * a month is then no whole number of days.
 */
const days: ReadonlyMap<string, Rational> = new Map([
  ['工作日', rational(7n, 5n)],
  ['日', rational(1n)],
  ['天', rational(1n)],
  ['周', rational(7n)],
  ['月', rational(365n, 12n)],
  ['年', rational(365n)],
  ['小时', rational(1n, 24n)],
  ['分钟', rational(1n, 1440n)],
])

/** A duration as a formula or a record writes it: `5工作日`, `3个月`. */
export function readDuration(text: string): Quantity | undefined {
  const match = DURATION.exec(text)
  const number = match && readRational(match[1] ?? '')
  return match && number ? numbered(number, match[2] ?? match[3]) : undefined
}

/** The value as a number or duration, where it says one. */
export function quantityOf(value: Value): Quantity | undefined {
  if (value.type === 'number') return value
  if (value.type !== 'text' && value.type !== 'datum') return undefined
  const number = readRational(value.text)
  return number ? numbered(number) : readDuration(value.text.trim())
}

const inDays = ({ number, per }: Quantity): Rational => times(number, days.get(per ?? '') ?? rational(1n))

/** Both in one unit. Durations of different units meet in days; a plain number adapts. */
function together(a: Quantity, b: Quantity): { readonly left: Rational; readonly right: Rational; readonly per: string | undefined } {
  if (a.per === undefined || b.per === undefined || a.per === b.per) return { left: a.number, right: b.number, per: a.per ?? b.per }
  return { left: inDays(a), right: inDays(b), per: '日' }
}

export function compareQuantities(a: Quantity, b: Quantity): number {
  const { left, right } = together(a, b)
  return compare(left, right)
}

/** Strings of the formula compare letter by letter, for codes: `"1"` is not `01`. What records hold compares as numbers where both are. */
export function isEqual(a: Value, b: Value): boolean {
  if (a.type === 'nothing' || b.type === 'nothing') return a.type === b.type
  if (a.type === 'truth' || b.type === 'truth') return a.type === 'truth' && b.type === 'truth' && a.truth === b.truth
  if (a.type !== 'number' && b.type !== 'number') {
    if (a.text === b.text) return true
    if (a.type === 'text' || b.type === 'text') return false
  }
  const [left, right] = [quantityOf(a), quantityOf(b)]
  return left !== undefined && right !== undefined && compareQuantities(left, right) === 0
}

/** Negative, zero or positive; undefined for what has no order. Dates are texts, `2026-07-01`. */
function orderOf(a: Value, b: Value): number | undefined {
  const [left, right] = [quantityOf(a), quantityOf(b)]
  if (left && right) return compareQuantities(left, right)
  const isText = (value: Value) => value.type === 'text' || value.type === 'datum'
  return isText(a) && isText(b) ? codeUnitCompare(textOf(a), textOf(b)) : undefined
}

/** Whether a comparison is true; undefined for what has no order. An empty field is neither more nor less than anything. */
export function holds(operator: Operator, a: Value, b: Value): boolean | undefined {
  if (operator === '=' || operator === '<>') return isEqual(a, b) === (operator === '=')
  if (a.type === 'nothing' || b.type === 'nothing') return false
  const order = orderOf(a, b)
  if (order === undefined) return undefined
  return order === 0 ? operator.endsWith('=') : order < 0 === operator.startsWith('<')
}

/** What tells one value from another. */
export function textOf(value: Value): string {
  switch (value.type) {
    case 'number':
      return `${value.number.top}/${value.number.bottom}${value.per ?? ''}`
    case 'truth':
      return String(value.truth)
    case 'nothing':
      return ''
    default:
      return value.text
  }
}

/** The whole number a rational is, where it lies between both bounds. */
export function wholeWithin({ top, bottom }: Rational, least: number, most: number): number | undefined {
  return bottom === 1n && top >= BigInt(least) && top <= BigInt(most) ? Number(top) : undefined
}

/** Largest exponent, and least with a minus. Source: contracts C4.2. */
export const MOST_EXPONENT = 64

/** `+ - * / ^` of exact numbers. Source: contracts C4.2, C4.6. */
export function calculate(operator: Operator, a: Quantity, b: Quantity): Result<Quantity, FormulaProblemCode> {
  switch (operator) {
    case '+':
    case '-': {
      const { left, right, per } = together(a, b)
      return short(operator === '+' ? plus(left, right) : minus(left, right), per)
    }
    case '*':
      return short(times(a.number, b.number), a.per === undefined || b.per === undefined ? (a.per ?? b.per) : undefined)
    case '/':
      return divide(a, b)
    default: {
      const exponent = wholeWithin(b.number, -MOST_EXPONENT, MOST_EXPONENT)
      if (exponent === undefined) return err('exponent-out-of-range')
      return short(power(a.number, exponent))
    }
  }
}

/** A duration by a duration is a plain number. */
function divide(a: Quantity, b: Quantity): Result<Quantity, FormulaProblemCode> {
  if (a.per === undefined || b.per === undefined) return short(over(a.number, b.number), b.per === undefined ? a.per : undefined)
  const { left, right } = together(a, b)
  return short(over(left, right))
}

/** The number, unless there is none or it is longer than allowed. */
export function short(number: Rational | undefined, per?: string): Result<Quantity, FormulaProblemCode> {
  if (number === undefined) return err('division-by-zero')
  return isTooLong(number) ? err('value-too-long') : ok(numbered(number, per))
}
