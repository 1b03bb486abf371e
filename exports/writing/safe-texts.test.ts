import { expect, test } from 'vitest'
import { hostileTexts } from '#tests/support/random-values.ts'
import { writeCsv } from './csv.ts'
import { utf8Length } from '#model/base/graphemes.ts'
import { fileStem } from './file-stem.ts'

test('[E8] file names hold letters, digits, - and _ only', () => {
  for (const text of [...hostileTexts, '../../etc/passwd', 'CON', 'a.b. ', 'C:\\x', '村'.repeat(200), '']) {
    const stem = fileStem(text, '无名')
    expect(stem).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u)
    expect(utf8Length(stem)).toBeLessThanOrEqual(120)
  }
})

test.each([
  ['=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['-5', "'-5"],
  ['@SUM', "'@SUM"],
  ["'=1", "''=1"],
  ["it's", "it's"],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['\tx', "'\tx"],
  [' x ', '" x "'],
])('[E1] %j in CSV is %j', (text, written) => {
  expect(writeCsv([[text]])).toBe(`\uFEFF${written}\r\n`)
})
