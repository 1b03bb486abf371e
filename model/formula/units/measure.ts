import { over, type Rational, times } from '../rational.ts'
import { divideUnits, multiplyUnits, plain, rescaled, type Unit, unitOf } from './read-unit.ts'

/** What is known about the unit of a part of a formula. */
export type Measure =
  | { readonly sort: 'unit'; readonly unit: Unit }
  /** A number of the formula itself: it adapts to what it stands beside. The number is known as long as it is easily so. */
  | { readonly sort: 'literal'; readonly number?: Rational; readonly isPercent: boolean }
  /** Data without a unit. `isRatio`: one such thing by another, and not yet times 100. */
  | { readonly sort: 'unknown'; readonly isRatio: boolean }

export const unknown: Measure = { sort: 'unknown', isRatio: false }

export const inUnit = (unit: Unit): Measure => ({ sort: 'unit', unit })

export const literal = (number: Rational | undefined, isPercent = false): Measure =>
  number === undefined ? { sort: 'literal', isPercent } : { sort: 'literal', number, isPercent }

/** The product; a factor that is a power of ten may change the unit instead of the size. Source: contracts C4.7. */
export function multiplied(a: Measure, b: Measure): Measure {
  if (a.sort === 'unit' && b.sort === 'unit') return inUnit(multiplyUnits(a.unit, b.unit))
  if (a.sort === 'literal' && b.sort === 'literal') return literal(a.number && b.number && times(a.number, b.number))
  if (a.sort === 'literal') return scaled(b, a.number)
  return b.sort === 'literal' ? scaled(a, b.number) : unknown
}

/** The quotient; two things without a unit are taken to be alike. Source: contracts C4.7. */
export function divided(a: Measure, b: Measure): Measure {
  if (a.sort === 'unit' && b.sort === 'unit') return inUnit(divideUnits(a.unit, b.unit))
  if (a.sort === 'literal' && b.sort === 'literal') return literal(a.number && b.number && over(a.number, b.number))
  if (b.sort === 'literal') return scaled(a, b.number && inverse(b.number))
  if (a.sort === 'literal') return b.sort === 'unit' ? scaled(inUnit(divideUnits(plain, b.unit)), a.number) : unknown
  return { sort: 'unknown', isRatio: a.sort === 'unknown' && b.sort === 'unknown' }
}

const inverse = ({ top, bottom }: Rational): Rational | undefined => over({ top: bottom, bottom: 1n }, { top, bottom: 1n })

function scaled(measure: Measure, factor: Rational | undefined): Measure {
  if (factor === undefined || !isPowerOfTen(factor)) return measure
  return measure.sort === 'unit' ? inUnit(rescaled(measure.unit, factor)) : unknown
}

/** 1 is none: it changes nothing. */
function isPowerOfTen({ top, bottom }: Rational): boolean {
  const [large, small] = top > bottom ? [top, bottom] : [bottom, top]
  return small === 1n && large > 1n && /^10+$/u.test(large.toString())
}

/** What both become when they are added, compared or chosen between; undefined where they do not fit together. */
export function joined(a: Measure, b: Measure): Measure | undefined {
  const [left, right] = [besides(a, b), besides(b, a)]
  if (left.sort === 'literal' && right.sort === 'literal') return literal(undefined, left.isPercent && right.isPercent)
  if (left.sort === 'literal') return right
  if (right.sort === 'literal') return left
  if (left.sort === 'unit' && right.sort === 'unit') return common(left.unit, right.unit)
  if (left.sort === 'unknown' && right.sort === 'unknown') return { sort: 'unknown', isRatio: left.isRatio && right.isRatio }
  return left.sort === 'unit' ? left : right
}

/** `95%` means 0.95 wherever it stands, so beside a quantity in % it is as far off as a ratio would be. */
const besides = (measure: Measure, other: Measure): Measure =>
  measure.sort === 'literal' && measure.isPercent && other.sort === 'unit' && isPlain(other.unit) ? inUnit(plain) : measure

export const isPlain = ({ powers }: Unit): boolean => powers.every(exponent => exponent === 0)

export const isSameDimension = (a: Unit, b: Unit): boolean => a.powers.every((exponent, at) => exponent === b.powers[at])

/** The readings in which both are of one size. */
function common(a: Unit, b: Unit): Measure | undefined {
  if (!isSameDimension(a, b)) return undefined
  if (a.scales.length === 0 || b.scales.length === 0) return unknown
  const scales = a.scales.filter(one => b.scales.some(({ top, bottom }) => one.top === top && one.bottom === bottom))
  return scales.length === 0 ? undefined : inUnit(unitOf(a.powers, scales))
}
