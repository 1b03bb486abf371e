import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zhText } from '#tests/support/arbitraries.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { sheetNames } from './sheet-names.ts'

const { count } = countCases('E7 sheet names', numRuns)

test.each([
  [['业务事项清单'], ['业务事项清单']],
  [
    ['a/b', 'a\\\\b', '[x]?*:'],
    ['a／b', 'a＼＼b', '［x］？＊：'],
  ],
  [
    ['History', 'history', 'HISTORY'],
    ['History_', 'history_（2）', 'HISTORY_（3）'],
  ],
  [
    ['', ' ', '\u0000'],
    ['表', '表（2）', '表（3）'],
  ],
  [["'甲'"], ['’甲’']],
  [
    ['甲'.repeat(40), '甲'.repeat(41)],
    ['甲'.repeat(31), `${'甲'.repeat(28)}（2）`],
  ],
  [[`${'甲'.repeat(30)}𠮷`], ['甲'.repeat(30)]],
])('[E7] %j become %j', (wished, names) => expect(sheetNames(wished)).toStrictEqual(names))

test('[E7] whatever is wished for: legal, no two the same, and made once more the same again', () => {
  const wish = fc.oneof(
    zhText,
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('History', "'", 'A', 'a'),
  )
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), wished => {
      count()
      const names = sheetNames(wished)
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name.isWellFormed()).toBe(true)
        expect(name).not.toMatch(/[*?:\\/[\]\p{Cc}]|^'|'$|^history$/iu)
      }
      expect(new Set(names.map(name => name.toLowerCase())).size).toBe(wished.length)
      expect(sheetNames(names)).toStrictEqual(names)
    }),
    { numRuns },
  )
})
