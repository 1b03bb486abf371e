import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breachesOf } from '#model/derive/index.ts'
import { diff } from '#model/compare/diff.ts'
import { operations } from '#model/operations/index.ts'
import type { Operation } from '#model/document/operation.ts'
import { anEdit, content, documents } from '../support/arbitraries.ts'
import { edit, edited, sessionOf, verbs } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('every operation')

const all = operations as readonly unknown[] as readonly Operation<never, unknown>[]

describe.each(all.map(operation => [operation.id, operation] as const))('%s', (id, operation) => {
  test('has an id that says subject and verb, and that no other has', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/u)
    expect(all.filter(other => other.id === id).length).toBe(1)
  })

  test('refuses junk without changing anything, and never throws at it', () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          id: fc.jsonValue(),
          ids: fc.jsonValue(),
          kind: fc.jsonValue(),
          name: fc.jsonValue(),
          fields: fc.jsonValue(),
          owner: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(documents(10), junk, (start, input) => {
        count()
        const session = sessionOf(start)
        const result = session.run(operation, input as never)
        if (!result.ok) expect(content(session.snapshot())).toStrictEqual(content(start))
        expect(breachesOf(session.snapshot())).toStrictEqual([])
      }),
      { numRuns },
    )
  })
})

describe.each(verbs)('%s', verb => {
  test('[P3] leaves a random document whole, or refuses and changes nothing; one undo takes it back', () => {
    let done = 0
    fc.assert(
      fc.property(documents(30), anEdit, (start, one) => {
        count()
        const session = sessionOf(start)
        const result = edit(session, { ...one, verb })
        expect(breachesOf(session.snapshot())).toStrictEqual([])
        if (result?.ok !== true || session.history().done.length === 0) {
          expect(content(session.snapshot())).toStrictEqual(content(start))
          return
        }
        done++
        expect(session.undo()).toBe(true)
        expect(content(session.snapshot())).toStrictEqual(content(start))
        expect(session.redo()).toBe(true)
      }),
      { numRuns },
    )
    expect(done, 'edits that did something').toBeGreaterThan(numRuns / 10)
  })
})

test('document/apply-delta makes a prepared delta one step', () => {
  const [applyDelta] = operations.filter(operation => operation.id === 'document/apply-delta')
  fc.assert(
    fc.property(documents(20), fc.array(anEdit, { maxLength: 6 }), (start, edits) => {
      count()
      const after = edited(start, edits, 'n')
      const session = sessionOf(start)
      expect(session.run(applyDelta as Operation<unknown, unknown>, { delta: diff(start, after) }).ok).toBe(true)
      expect(content(session.snapshot())).toStrictEqual(content(after))
      expect(session.history().done.length).toBe(diff(start, after).size > 0 ? 1 : 0)
    }),
    { numRuns },
  )
})

test('every operation file stands in the list', () => {
  const room = new URL('../../model/operations/', import.meta.url)
  const listed = [...readFileSync(new URL('index.ts', room), 'utf8').matchAll(/from '\.\/([a-z-]+)\.ts'/gu)].map(found => found[1])
  const parts = new Set(['index', 'place', 'checked-fields'])
  const files = readdirSync(room).flatMap(name => (/^[a-z-]+\.ts$/u.test(name) ? [name.slice(0, -3)] : []))
  expect(files.filter(name => !parts.has(name)).sort()).toStrictEqual(listed.toSorted())
  expect(listed.length).toBe(all.length)
})
