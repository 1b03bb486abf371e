import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '#model/file/journal.ts'
import { add, setFields } from '#model/operations/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { content } from '../support/arbitraries.ts'
import { sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'
import { csv, takeIn } from './take-in.ts'

const { count } = countCases('I4 names of prototypes', 1_000)

/** Names that every object inherits, or that lead to what all objects share. */
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'isPrototypeOf',
)

const start = snapshotOf([
  { id: 'd', kind: 'document', name: '甲' },
  { id: 'o', kind: 'organisation', name: '县政府' },
])

/** What all objects share, before anything was read. */
const shared = Reflect.ownKeys(Object.prototype).length

const polluted = (): boolean => 'polluted' in {} || Reflect.ownKeys(Object.prototype).length !== shared

test('[I4] names of prototypes are names like others: as headers, cells, ids, kinds, fields and keys of JSON', () => {
  fc.assert(
    fc.property(names, names, names, fc.nat(3), (first, second, third, way) => {
      count()
      if (way === 0) {
        const taken = takeIn([
          csv(`${first}.csv`, `部门,事项名称,${second},事项编码\n${third},${first},polluted,${second}\n${first},甲,polluted,\n`),
        ])
        expect(taken.of('item').map(one => one.name)).toStrictEqual([first, '甲'])
      } else if (way === 1) {
        const session = sessionOf(start)
        const fields = JSON.parse(`{"${first}":{"polluted":"yes"},"${second}":"polluted"}`) as Record<string, string>
        session.run(add, { kind: 'item', name: third, fields })
        session.run(add, { kind: first, name: second })
        session.run(setFields, { id: 'o', fields })
        session.run(setFields, { id: first, fields: { name: 'polluted' } })
        expect(content(session.snapshot()).find(one => one.id === 'o')).toStrictEqual({ id: 'o', kind: 'organisation', name: '县政府' })
      } else if (way === 2) {
        const payload = `{"added":[{"id":"${first}","kind":"item","name":"甲","${second}":{"polluted":1}}],"removed":[],"changed":[{"id":"o","fields":{"${third}":[null,{"polluted":1}]}}]}`
        expect(decode(payload, start).ok).toBe(false)
      } else {
        const session = sessionOf(
          snapshotOf([
            { id: 'd', kind: 'document', name: '甲' },
            { id: first, kind: 'organisation', name: second },
          ]),
        )
        // Some of these names are no ids; then nothing happens.
        const done = session.run(setFields, { id: first, fields: { name: third } })
        expect(session.snapshot().get(first)?.name).toBe(done.ok ? third : second)
      }
      expect(polluted()).toBe(false)
    }),
    { numRuns: Math.max(numRuns, 1_000) },
  )
})
