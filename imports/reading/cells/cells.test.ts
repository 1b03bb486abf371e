import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SSF } from 'xlsx'
import { emptyTally, buildSheet, warningsOf } from './build-sheet.ts'
import { shownBy, shownByNumber } from './date-format.ts'
import { isTooLongForNumber, numberText } from './number-text.ts'
import { isoText, serialText } from './serial-date.ts'

describe('numbers', () => {
  test.each([
    ['201312142.0', '201312142'],
    ['0.30000000000000004', '0.3'],
    ['1E5', '100000'],
    ['1.5E-7', '0.00000015'],
    ['-0', '0'],
    ['007', '7'],
    ['330106199001011234', '330106199001011234'],
    ['3.3010619900101126E+17', '330106199001011000'],
    ['.5', '0.5'],
    ['-12.50', '-12.5'],
    ['4.9000000000000004', '4.9'],
  ])('%s is %s', (written, text) => expect(numberText(written)).toBe(text))

  test.each(['', 'x', 'NaN', 'Infinity', '1e999'])('%s is none', written => expect(numberText(written)).toBeUndefined())

  test('what people type with up to 15 digits comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(5), (whole, places) => {
        const value = whole / 10 ** places
        expect(Number(numberText(String(value)))).toBe(value)
        expect(numberText((value + Number.EPSILON * value).toString())).toBe(numberText(String(value)))
      }),
    )
  })

  test('more than 15 digits are too many', () => {
    expect(['123456789012345', '1234567890123456', '-1234567890123456', '0.1234567890123456'].map(isTooLongForNumber)).toStrictEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('dates', () => {
  test.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日";@', 'date'],
    ['[$-804]yyyy\\年m\\月', 'date'],
    ['[$-804]aaaa;@', 'date'],
    ['h:mm AM/PM', 'date'],
    ['mm:ss.0', 'date'],
    ['[DBNum1]m"月"d"日"', 'date'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]', 'duration'],
    ['General', 'number'],
    ['General "days"', 'number'],
    ['G/通用格式', 'number'],
    ['0.00', 'number'],
    ['#,##0"元/人·日"', 'number'],
    ['"第"0"年"', 'number'],
    ['0.00E+00', 'number'],
    ['[Red]-0', 'number'],
    ['@', 'number'],
    ['_-* #,##0_d', 'number'],
    ['', 'number'],
  ])('the format %s shows a %s', (code, shown) => {
    if (code !== 'General "days"') expect(shownBy(code)).toBe(shown)
    else expect(shownBy(code)).toBe('number')
  })

  test('formats known by number', () => {
    const dates = Array.from({ length: 60 }, (_, id) => id).filter(id => shownByNumber(id) !== 'number')
    expect(dates).toStrictEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
    ])
  })

  test.each([
    [44_197, '2021-01-01'],
    [44_197.5, '2021-01-01T12:00:00'],
    [44_196.999_999_9, '2021-01-01'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [0.75, '18:00:00'],
    [0, '00:00:00'],
    [2_958_465, '9999-12-31'],
    [2_958_466, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
  ])('the serial %s is %s', (serial, text) => expect(serialText(serial, 'date', false)).toBe(text))

  test('the other system begins four years later; durations go beyond a day', () => {
    expect(serialText(0, 'date', true)).toBe('1904-01-01')
    expect(serialText(42_735, 'date', true)).toBe('2021-01-01')
    expect(serialText(1.5, 'duration', false)).toBe('36:00:00')
  })

  test('days are those of another reader', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), serial => {
        expect(serialText(serial, 'date', false)).toBe(SSF.format('yyyy-mm-dd', serial))
      }),
    )
  })

  test.each([
    ['2021-01-01T00:00:00.000Z', '2021-01-01'],
    ['2021-01-01', '2021-01-01'],
    ['2021-01-01T10:30', '2021-01-01T10:30:00'],
    ['2021-01-01T10:30:05.25', '2021-01-01T10:30:05'],
    ['T10:30:05', '10:30:05'],
    ['', undefined],
    ['yesterday', undefined],
  ])('%s written out is %s', (written, text) => expect(isoText(written)).toBe(text))
})

describe('a sheet', () => {
  test('rows and cells come in order, however they are put; the same twice is once', () => {
    const builder = buildSheet(emptyTally())
    for (const [row, column, text] of [
      [5, 2, '丙'],
      [1, 3, '乙'],
      [1, 0, '甲'],
      [5, 2, '丙'],
    ] as const)
      builder.put(row, column, { text, type: 'text' })
    const sheet = builder.finish('表', 'hidden')
    expect(
      sheet.ok && sheet.value.rows.map(row => [row.index, ...Array.from(row.cells, ([column, { text }]) => `${column}${text}`)]),
    ).toStrictEqual([
      [1, '0甲', '3乙'],
      [5, '2丙'],
    ])
    expect(sheet).toMatchObject({ value: { usedColumns: 4, hidden: 'hidden' } })
  })

  test('[I8] two contents for one place are refused', () => {
    const builder = buildSheet(emptyTally())
    for (const text of ['丙', '丁']) builder.put(5, 2, { text, type: 'text' })
    expect(builder.isDone()).toBe(true)
    expect(builder.finish('表', 'visible')).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  test('[I5] merges are cut to what is used; without an end they are refused', () => {
    const builder = buildSheet(emptyTally())
    builder.put(3, 3, { text: 'x', type: 'text' })
    builder.merge({ top: 0, bottom: 1_048_575, left: 0, right: 16_383 })
    builder.merge({ top: 9, bottom: 99, left: 0, right: 0 })
    expect(builder.finish('', 'visible')).toMatchObject({ value: { merges: [{ top: 0, bottom: 3, left: 0, right: 3 }] } })
    const endless = buildSheet(emptyTally())
    endless.put(1_000_000, 0, { text: 'x', type: 'text' })
    for (let times = 0; times < 5; times++) endless.merge({ top: 0, bottom: 1_048_575, left: 0, right: 0 })
    expect(endless.finish('', 'visible')).toMatchObject({ error: { code: 'too-many-cells' } })
  })

  test('places that no spreadsheet has are refused', () => {
    for (const [row, column, code] of [
      [0, 16_384, 'too-many-cells'],
      [1_048_576, 0, 'too-many-cells'],
      [0, -1, 'damaged'],
      [Number.NaN, 0, 'damaged'],
    ] as const) {
      const builder = buildSheet(emptyTally())
      builder.put(row, column, { text: 'x', type: 'text' })
      expect(builder.isDone()).toBe(true)
      expect(builder.finish('', 'visible')).toMatchObject({ error: { code } })
    }
  })

  test('[C7.3] a workbook of 4 million cells is full, whichever sheet has the last one', () => {
    const tally = { ...emptyTally(), cells: 3_999_999 }
    const last = buildSheet(tally)
    last.put(0, 0, { text: 'x', type: 'text' })
    expect(last.finish('', 'visible')).toMatchObject({ value: { counts: { cells: 1 } } })
    const beyond = buildSheet(tally)
    beyond.put(0, 0, { text: 'x', type: 'text' })
    expect(beyond.finish('', 'visible')).toMatchObject({ error: { code: 'too-many-cells' } })
  })

  test('codes that were stored as numbers are counted', () => {
    const tally = emptyTally()
    buildSheet(tally).put(0, 0, { text: '330106199001011000', type: 'number' })
    expect(warningsOf(tally)).toStrictEqual([{ code: 'digits-lost', values: { count: 1 } }])
  })
})
