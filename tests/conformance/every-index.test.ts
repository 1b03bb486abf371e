import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '#model/compare/diff.ts'
import { byKind } from '#model/derive/by-kind.ts'
import { byCode, byName } from '#model/derive/by-name.ts'
import type { Index } from '#model/derive/define-index.ts'
import { lookUp } from '#model/derive/index.ts'
import { ownedBy } from '#model/derive/owned-by.ts'
import { referencedBy } from '#model/derive/referenced-by.ts'
import { histories } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('I1')

const indexes: readonly Index<unknown>[] = [ownedBy, referencedBy, byKind, byName, byCode] as never

/** What an index holds, whatever the trees inside it look like. */
function plain(value: unknown): unknown {
  if (value !== null && typeof value === 'object' && 'entries' in value && 'differingKeys' in value)
    return [...(value as Iterable<readonly [string, unknown]>)].map(([key, held]) => [key, plain(held)]).sort()
  return value
}

describe.each(indexes.map(index => [index.id, index] as const))('%s', (_id, index) => {
  test('[I1] keeping it up to date gives what building it gives', () => {
    fc.assert(
      fc.property(histories, ([a, b, c]) => {
        count()
        const kept = index.update(index.update(index.build(a), diff(a, b)), diff(b, c))
        expect(plain(kept)).toStrictEqual(plain(index.build(c)))
      }),
      { numRuns },
    )
  })
})

test('[I1] every index file stands in this list, and every index is looked up under a name of its own', () => {
  expect(new Set(indexes.map(index => index.id)).size).toBe(indexes.length)
  const { lookups } = lookUp.start(fc.sample(histories, { numRuns: 1, seed: 3 })[0]?.[2] ?? fail())
  expect(Object.keys(lookups).sort()).toStrictEqual(['allOf', 'coded', 'countOf', 'named', 'ownedBy', 'referrersOf'])
})

const fail = (): never => {
  throw new Error('no sample')
}
