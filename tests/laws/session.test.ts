import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply } from '#model/document/delta.ts'
import { breachesOf } from '#model/derive/index.ts'
import { remove } from '#model/operations/index.ts'
import { anEdit, content, documents, edits } from '../support/arbitraries.ts'
import { edit, sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('H1–H2, X1, O1')

describe('session', () => {
  test('[H1] undoing everything gives the first state, redoing everything the last', () => {
    fc.assert(
      fc.property(documents(25), edits(15), (start, all) => {
        count()
        const session = sessionOf(start)
        for (const one of all) edit(session, one)
        const last = content(session.snapshot())
        while (session.undo()) expect(breachesOf(session.snapshot())).toStrictEqual([])
        expect(content(session.snapshot())).toStrictEqual(content(start))
        while (session.redo()) expect(session.history().open).toBe(false)
        expect(content(session.snapshot())).toStrictEqual(last)
      }),
      { numRuns },
    )
  })

  test('[H2] a new edit forgets what was undone, and nothing else', () => {
    fc.assert(
      fc.property(documents(15), edits(8), anEdit, (start, all, last) => {
        count()
        const session = sessionOf(start)
        for (const one of all) edit(session, one)
        session.undo()
        const before = session.history()
        const state = content(session.snapshot())
        edit(session, last)
        if (JSON.stringify(content(session.snapshot())) === JSON.stringify(state)) return
        expect(session.history().undone).toStrictEqual([])
        expect(session.history().done.slice(0, -1)).toStrictEqual(before.done)
        expect(session.redo()).toBe(false)
      }),
      { numRuns },
    )
  })

  test('[X1] whatever is removed, nothing is left without its owner, and one undo brings it back', () => {
    fc.assert(
      fc.property(documents(40), fc.nat(1000), (start, at) => {
        const elements = content(start).filter(element => element.kind !== 'document')
        const element = elements[at % Math.max(elements.length, 1)]
        if (element === undefined) return
        count()
        const session = sessionOf(start)
        expect(session.run(remove, { ids: [element.id] }).ok).toBe(true)
        expect(breachesOf(session.snapshot())).toStrictEqual([])
        expect(session.snapshot().has(element.id)).toBe(false)
        expect(session.undo()).toBe(true)
        expect(content(session.snapshot())).toStrictEqual(content(start))
      }),
      { numRuns },
    )
  })

  test('[X2] any edit leaves the document whole, and what it says it did is what it did', () => {
    fc.assert(
      fc.property(documents(25), edits(10), (start, all) => {
        count()
        const session = sessionOf(start)
        let replayed = start
        session.subscribe(({ delta }) => {
          replayed = apply(replayed, delta)
        })
        for (const one of all) edit(session, one)
        expect(breachesOf(session.snapshot())).toStrictEqual([])
        expect(content(replayed)).toStrictEqual(content(session.snapshot()))
      }),
      { numRuns },
    )
  })

  test('[O1] siblings stand in the order of their keys, and a moved one behind the one it was put behind', () => {
    fc.assert(
      fc.property(documents(30), edits(10), (start, all) => {
        count()
        const session = sessionOf(start)
        for (const one of all) edit(session, one)
        const { snapshot, lookups } = session.state()
        for (const { id } of snapshot.values()) {
          const orders = lookups.ownedBy(id).map(owned => snapshot.get(owned)?.order ?? '')
          expect(orders).toStrictEqual([...orders].sort())
        }
      }),
      { numRuns },
    )
  })
})
