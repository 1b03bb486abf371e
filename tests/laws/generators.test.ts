import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breachesOf } from '#model/derive/index.ts'
import { kinds } from '#model/kinds/index.ts'
import { branches, documents } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('generators')

test('a random document is whole', () => {
  fc.assert(
    fc.property(documents(), snapshot => {
      count()
      expect(breachesOf(snapshot)).toStrictEqual([])
    }),
    { numRuns },
  )
})

test('every kind comes up', () => {
  const seen = new Set<string>()
  for (const snapshot of fc.sample(documents(80), { numRuns: 200, seed: 1 })) for (const { kind } of snapshot.values()) seen.add(kind)
  expect([...seen].sort()).toStrictEqual(kinds.map(kind => kind.name).sort())
})

test('both copies of a base are whole', () => {
  fc.assert(
    fc.property(branches, ({ ours, theirs }) => {
      count()
      expect([...breachesOf(ours), ...breachesOf(theirs)]).toStrictEqual([])
    }),
    { numRuns },
  )
})
