import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zhText } from '#tests/support/arbitraries.ts'
import { numRuns } from '#tests/support/runs.ts'
import { naturalCompare } from '../../base/text.ts'
import { foldName } from './fold-name.ts'
import { naturalKey } from './natural-key.ts'

test('punctuation, width, case and spaces fold away; dots between digits and signs of rates stay', () => {
  expect(['“三资”（件数）', 'ＡＰＰ 办理', '条例第1.1条', '满意率%', '2021-2022 年', '、、'].map(foldName)).toStrictEqual([
    '三资件数',
    'app办理',
    '条例第1.1条',
    '满意率%',
    '2021-2022年',
    '',
  ])
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(zhText, text => {
      expect(foldName(foldName(text))).toBe(foldName(text))
    }),
    { numRuns },
  )
})

test('natural keys sort numbers like people do', () => {
  const number = fc.integer({ min: 0, max: 12_000 }).map(String)
  const code = fc
    .array(fc.oneof(number, fc.constantFrom('K', '-', '.', '第', '条')), { minLength: 1, maxLength: 4 })
    .map(parts => `C${parts.join('')}`)
  fc.assert(
    fc.property(code, code, (a, b) => {
      const [left, right] = [naturalKey(a), naturalKey(b)]
      expect(left < right ? -1 : left > right ? 1 : 0).toBe(
        Math.sign(naturalCompare(a.replace(/(?<!\d)0+(?=\d)/gu, ''), b.replace(/(?<!\d)0+(?=\d)/gu, ''))),
      )
    }),
    { numRuns },
  )
})
