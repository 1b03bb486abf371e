import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zhText } from '#tests/support/arbitraries.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { cutGraphemes, utf8Length } from './graphemes.ts'

const { count } = countCases('E7 cutting', numRuns)

describe('[E7] a text is cut between signs', () => {
  test.each([
    ['abc', 3, 'units', 'abc'],
    ['abc', 2, 'units', 'ab'],
    ['甲𠮷', 2, 'units', '甲'],
    ['甲𠮷', 6, 'bytes', '甲'],
    ['甲𠮷', 7, 'bytes', '甲𠮷'],
    ['葛\u{E0100}城', 2, 'units', '葛'.slice(0, 1)],
    ['甲葛\u{E0100}', 3, 'units', '甲'],
    ['e\u0301e\u0301', 3, 'units', 'e\u0301'],
    ['👨‍👩‍👧‍👦家', 11, 'units', '👨‍👩‍👧‍👦'],
    ['家👨‍👩‍👧‍👦', 11, 'units', '家'],
    ['一\r\n二', 2, 'units', '一'],
    ['甲', 0, 'units', ''],
    ['𠮷', 1, 'units', ''],
    ['', 5, 'bytes', ''],
  ] as const)('%j to %i %s is %j', (text, most, unit, cut) => expect(cutGraphemes(text, most, unit)).toBe(cut))

  test('whatever the text and the limit', () => {
    const text = fc.oneof(
      zhText,
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }).map(one => one.toWellFormed()),
    )
    fc.assert(
      fc.property(text, fc.nat(60), fc.constantFrom('units' as const, 'bytes' as const), (whole, most, unit) => {
        count()
        const cut = cutGraphemes(whole, most, unit)
        const lengthOf = unit === 'units' ? (one: string) => one.length : (one: string) => Buffer.byteLength(one)
        expect(lengthOf(cut)).toBeLessThanOrEqual(most)
        expect(whole.startsWith(cut)).toBe(true)
        expect(cut.isWellFormed()).toBe(true)
        if (lengthOf(whole) <= most) expect(cut).toBe(whole)
        const segments = [...new Intl.Segmenter('und').segment(whole)]
        const ends = segments.map(one => one.index)
        const isFirstTooLong = lengthOf(segments[0]?.segment ?? '') > most
        if (cut !== whole && !isFirstTooLong) expect(ends).toContain(cut.length)
        expect(cutGraphemes(cut, most, unit)).toBe(cut)
      }),
      { numRuns },
    )
  })

  test('bytes are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text))
      }),
      { numRuns },
    )
  })

  test('a long text costs no more than the part that stays', () => {
    const started = performance.now()
    expect(cutGraphemes('长'.repeat(20_000_000), 32_767)).toHaveLength(32_767)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
