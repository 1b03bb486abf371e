import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersistentMap } from '#model/base/persistent-map.ts'
import { diff } from '#model/compare/diff.ts'
import type { Index } from '#model/derive/define-index.ts'
import { lookUp } from '#model/derive/index.ts'
import { emptySnapshot } from '#model/document/snapshot.ts'
import { histories } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('I1')

const room = new URL('../../model/derive/', import.meta.url)

const isIndex = (value: unknown): value is Index<unknown> =>
  typeof value === 'object' && value !== null && 'build' in value && 'update' in value && 'id' in value

/** Every index of the room: a new one is tested before anybody writes a test for it. */
async function findIndexes(): Promise<readonly Index<unknown>[]> {
  const files = readdirSync(room).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules = await Promise.all(files.map(file => import(new URL(file, room).pathname)))
  return modules.flatMap(module => Object.values(module)).filter(isIndex)
}

const indexes = await findIndexes()

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

/** Built only when somebody asks: a document keeps none. */
const onDemand = ['search']

test('[I1] indexes have names of their own, and a document keeps every one of them', () => {
  expect(indexes.length).toBeGreaterThanOrEqual(5)
  expect(new Set(indexes.map(index => index.id)).size).toBe(indexes.length)
  const state = lookUp.start(emptySnapshot)
  const kept = indexes.map(index => index.id).filter(id => !onDemand.includes(id))
  expect('built' in state && Object.keys(state.built as object).length).toBe(kept.length)
})
