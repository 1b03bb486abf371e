import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersistentMap } from '#model/base/persistent-map.ts'
import { diff } from '#model/compare/diff.ts'
import { byKind } from '#model/derive/by-kind.ts'
import { byCode, byName } from '#model/derive/by-name.ts'
import type { Index } from '#model/derive/define-index.ts'
import { ownedBy } from '#model/derive/owned-by.ts'
import { referencedBy } from '#model/derive/referenced-by.ts'
import { histories } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('I1')

const indexes: readonly Index<unknown>[] = [ownedBy, referencedBy, byKind, byName, byCode] as never

/** What an index holds, whatever the trees inside it look like. */
function plain(value: unknown): unknown {
  if (value instanceof PersistentMap) return [...value].map(([key, held]) => [key, plain(held)]).sort()
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

test('[I1] every index of the room stands in this list', async () => {
  const room = new URL('../../model/derive/', import.meta.url)
  const files = readdirSync(room).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const found = new Set<string>()
  const isIndex = (value: unknown): value is Index<unknown> =>
    typeof value === 'object' && value !== null && 'build' in value && 'update' in value && 'id' in value
  for (const file of files)
    for (const value of Object.values(await import(new URL(file, room).pathname))) if (isIndex(value)) found.add(value.id)
  expect([...found].sort()).toStrictEqual(indexes.map(index => index.id).sort())
})
