import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  isTooLong,
  minus,
  MOST_DIGITS,
  over,
  plus,
  power,
  rational,
  readRational,
  rounded,
  shown,
  times,
  zero,
} from './rational.ts'

const fractions = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([top, bottom]) => rational(top, bottom))

describe('rationals', () => {
  test('[C4.6] lowest terms, positive bottom', () => {
    expect(rational(6n, -4n)).toStrictEqual({ top: -3n, bottom: 2n })
    expect(rational(0n, -7n)).toStrictEqual(zero)
  })

  test('[C4.6] what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(minus(plus(a, b), b)).toStrictEqual(a)
        if (b.top !== 0n) expect(over(times(a, b), b)).toStrictEqual(a)
        expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(a.top) / Number(a.bottom) - Number(b.top) / Number(b.bottom)))
      }),
    )
    expect(over(rational(1n), zero)).toBeUndefined()
  })

  test('[C4.2] powers are repeated products', () => {
    fc.assert(
      fc.property(fractions, fc.nat(8), (base, exponent) => {
        const product = Array.from({ length: exponent }, () => base).reduce(times, rational(1n))
        expect(power(base, exponent)).toStrictEqual(product)
        if (base.top !== 0n) expect(power(base, -exponent)).toStrictEqual(over(rational(1n), product))
      }),
    )
    expect(power(zero, -1)).toBeUndefined()
  })

  test('[C4.2] 1,000 digits are allowed, 1,001 are not', () => {
    const most = 10n ** BigInt(MOST_DIGITS) - 1n
    for (const value of [rational(most), rational(-most), rational(1n, most)]) expect(isTooLong(value)).toBe(false)
    for (const value of [rational(most + 1n), rational(-most - 1n), rational(1n, most + 1n)]) expect(isTooLong(value)).toBe(true)
  })
})

describe('reading and showing', () => {
  test.each([
    ['1862', '1862'],
    ['0.35', '0.35'],
    ['-0.30', '-0.3'],
    ['50万', '500000'],
    ['3.5亿', '350000000'],
    ['1万亿', '1000000000000'],
    ['95%', '0.95'],
    [' 7 ', '7'],
  ])('[C4.1] %s is %s', (text, value) => {
    const number = readRational(text)
    expect(number && shown(number)).toBe(value)
  })

  test.each(['', '.', '1.', '.5', '1e3', '0x10', '1,000', '万', '五', 'Infinity', '1 2'])('[C4.1] %j is no number', text =>
    expect(readRational(text)).toBeUndefined(),
  )

  test.each([
    [rational(1n, 3n), 4, '0.3333'],
    [rational(2n, 3n), 4, '0.6667'],
    [rational(5n, 100_000n), 4, '0.0001'],
    [rational(-5n, 100_000n), 4, '-0.0001'],
    [rational(-4n, 100_000n), 4, '0'],
    [rational(199_999n, 2n), 0, '100000'],
    [rational(95n), 4, '95'],
    [rational(100n), 2, '100'],
  ])('[C4.6] %o to %i places is %s', (value, places, text) => expect(shown(value, places)).toBe(text))

  test('[C4.3] rounding to tens and hundreds', () => {
    expect(shown(rounded(rational(1250n), -2))).toBe('1300')
    expect(shown(rounded(rational(-1250n), -2))).toBe('-1300')
  })

  test('[C4.6] shown is never further away than half of the last place, and reads back', () => {
    fc.assert(
      fc.property(fractions, fc.nat(6), (value, places) => {
        const read = readRational(shown(value, places)) ?? zero
        const off = minus(read, value)
        expect(compare(off.top < 0n ? minus(zero, off) : off, rational(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0)
      }),
    )
  })
})
