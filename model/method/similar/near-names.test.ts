import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { nearGroups } from './near-groups.ts'
import { nearPairs } from './near-names.ts'

const { count } = countCases('near names')

/** Dice as it is written in books. */
function dice(a: string, b: string): number {
  const pairsOf = (name: string): string[] => Array.from({ length: name.length - 1 }, (_, index) => name.slice(index, index + 2))
  const rest = pairsOf(b)
  const common = pairsOf(a).filter(pair => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (a.length + b.length - 2)
}

const name = fc.string({ unit: fc.constantFrom('农', '集', '资', '产', '账'), minLength: 1, maxLength: 12 })

test('finds exactly what comparing each with each finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 20 }), fc.constantFrom(0.5, 0.75, 0.8, 1), (names, threshold) => {
      count()
      const expected: string[] = []
      for (const [a, one] of names.entries())
        for (const [b, other] of names.entries())
          if (a < b && one.length >= 4 && other.length >= 4 && dice(one, other) >= threshold - 1e-9)
            expected.push(`${a} ${b} ${dice(one, other).toFixed(4)}`)
      const found = nearPairs(names, threshold).map(({ a, b, score }) => `${a} ${b} ${score.toFixed(4)}`)
      expect(found.sort()).toStrictEqual(expected.sort())
    }),
    { numRuns },
  )
})

test('a long series ends after so many partners, and its groups stay readable; nobody is left out', () => {
  const letters = Array.from(
    '天地玄黄宇宙洪荒辰宿列张寒来暑往秋冬藏闰余成岁律吕调阳云腾致雨露结为霜金丽剑巨阙珠夜果珍李柰菜芥姜海咸河淡鳞潜羽翔',
  )
  const names = letters.map(letter => `农村集体资产${letter}清查登记信息表`)
  const pairs = nearPairs(names, 0.75)
  expect(pairs.length).toBeLessThanOrEqual(names.length * 24)
  const groups = nearGroups(pairs)
  expect(new Set(groups.flatMap(group => group.members)).size).toBe(names.length)
  expect(Math.max(...groups.map(group => group.members.length))).toBeLessThanOrEqual(12)
})
