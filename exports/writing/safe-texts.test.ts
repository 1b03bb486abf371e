import { expect, test } from 'vitest'
import { hostileTexts } from '#tests/support/random-values.ts'
import { writeCsv } from './csv.ts'
import { characterCount, cutGraphemes, utf16Length, utf8Length } from './cut.ts'
import { fileStem } from './file-stem.ts'
import { sheetNames } from './sheet-names.ts'

test('[E7] a cut ends between signs, whatever is counted', () => {
  for (const text of [...hostileTexts, '𠮷'.repeat(40), '👨‍👩‍👧‍👦'.repeat(9)])
    for (let most = 0; most < 40; most++)
      for (const measure of [utf8Length, utf16Length, characterCount]) {
        const kept = cutGraphemes(text, most, measure)
        expect(measure(kept)).toBeLessThanOrEqual(most)
        expect(text.startsWith(kept)).toBe(true)
        expect(kept.isWellFormed()).toBe(true)
      }
  expect(cutGraphemes('👨‍👩‍👧‍👦村', 12, utf16Length)).toBe('👨‍👩‍👧‍👦村')
  expect(cutGraphemes('👨‍👩‍👧‍👦村', 10, utf16Length)).toBe('')
})

test('[E7] lengths are those of the encodings', () => {
  const text = 'aé村𠮷'
  expect([utf8Length(text), utf16Length(text), characterCount(text)]).toStrictEqual([new TextEncoder().encode(text).length, 5, 4])
})

test('[E7] sheet names are legal, unlike each other, and not what Excel keeps for itself', () => {
  const names = sheetNames([...hostileTexts, 'History', 'history', '甲'.repeat(40), '甲'.repeat(41), 'a/b', 'a:b', ''], '表')
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  for (const name of names) {
    expect(name.length).toBeGreaterThan(0)
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[*?:\\/[\]]|^'|'$|^history$/iu)
    expect(name.isWellFormed()).toBe(true)
  }
})

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
