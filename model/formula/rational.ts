/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly top: bigint
  readonly bottom: bigint
}

/** A value of more digits than this is an error, not a long wait. Source: contracts C4.2. */
export const MOST_DIGITS = 1000

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The fraction in lowest terms. The bottom is not zero. */
export function rational(top: bigint, bottom = 1n): Rational {
  const sign = bottom < 0n ? -1n : 1n
  if (bottom === 1n) return { top, bottom }
  const divisor = gcd(top, bottom * sign)
  return { top: (top * sign) / divisor, bottom: (bottom * sign) / divisor }
}

export const zero: Rational = { top: 0n, bottom: 1n }

export const one: Rational = { top: 1n, bottom: 1n }

export const plus = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)

export const minus = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)

export const times = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom)

/** Undefined for a division by zero. */
export const over = (a: Rational, b: Rational): Rational | undefined =>
  b.top === 0n ? undefined : rational(a.top * b.bottom, a.bottom * b.top)

export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The power with a whole exponent; undefined for zero to a negative one. */
export function power(base: Rational, exponent: number): Rational | undefined {
  if (exponent < 0 && base.top === 0n) return undefined
  const size = BigInt(Math.abs(exponent))
  const result = rational(base.top ** size, base.bottom ** size)
  return exponent < 0 ? over(one, result) : result
}

const BEYOND = 10n ** BigInt(MOST_DIGITS)

export const isTooLong = ({ top, bottom }: Rational): boolean => top >= BEYOND || top <= -BEYOND || bottom >= BEYOND

/** Half-up, away from zero, to so many places. */
export function rounded(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(Math.abs(places))
  const scaled = places < 0 ? rational(value.top, value.bottom * scale) : rational(value.top * scale, value.bottom)
  const sign = scaled.top < 0n ? -1n : 1n
  const whole = (2n * scaled.top * sign + scaled.bottom) / (2n * scaled.bottom)
  return places < 0 ? rational(whole * sign * scale) : rational(whole * sign, scale)
}

/** Decimal digits, half-up to 4 places, without trailing zeros. Source: contracts C4.6. */
export function shown(value: Rational, places = 4): string {
  const { top, bottom } = rounded(value, places)
  const size = top < 0n ? -top : top
  const fraction = (((size % bottom) * 10n ** BigInt(places)) / bottom)
    .toString()
    .padStart(places, '0')
    .replace(/(?<!0)0+$/u, '')
  return `${top < 0n ? '-' : ''}${size / bottom}${fraction === '' ? '' : `.${fraction}`}`
}

const powers: { readonly [word: string]: bigint } = { '': 1n, 万: 10_000n, 亿: 100_000_000n, 万亿: 1_000_000_000_000n }

/** A number as a formula writes it: `1862`, `-0.35`, `50万`, `95%`; undefined when it is none. */
export function readRational(text: string): Rational | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(万亿|万|亿)?(%)?$/u.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '0', fraction = '', word = '', percent] = match
  const digits = BigInt(whole + fraction) * (powers[word] ?? 1n) * (sign === '-' ? -1n : 1n)
  return rational(digits, 10n ** BigInt(fraction.length) * (percent === undefined ? 1n : 100n))
}
