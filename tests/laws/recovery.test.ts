import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff } from '#model/compare/index.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { decode, encode } from '#model/file/journal.ts'
import { applyDelta } from '#model/operations/index.ts'
import type { Session } from '#model/session/session.ts'
import { anEdit, documents, edits } from '../support/arbitraries.ts'
import { edit, sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('D15 recovery')

const isSame = (a: Snapshot, b: Snapshot): boolean => diff(a, b).size === 0

/** Replays records on what was saved, one step of the history each, as the next start does. */
function recovered(saved: Snapshot, records: readonly string[]): Session {
  const session = sessionOf(saved, 'r')
  for (const record of records) {
    const delta = decode(record, session.snapshot())
    if (!delta.ok) throw new Error(delta.error.code)
    session.run(applyDelta, { delta: delta.value })
  }
  return session
}

test('[D15] after a crash at any moment the journal gives back what was done, and undo leads step by step to what was saved', () => {
  let replayed = 0
  fc.assert(
    fc.property(documents(40), edits(12), fc.array(anEdit, { maxLength: 4 }), fc.nat(), (saved, all, more, cut) => {
      count()
      const live = sessionOf(saved)
      const records: string[] = []
      const states: Snapshot[] = [live.snapshot()]
      live.subscribe(({ delta, after }) => {
        records.push(encode(delta))
        states.push(after.snapshot)
      })
      for (const one of all) edit(live, one)
      // Undone and done again before the crash: those are records, too.
      if (cut % 3 === 0) live.undo()
      if (cut % 6 === 0) live.redo()
      const kept = records.slice(0, cut % (records.length + 1))
      replayed += kept.length
      const session = recovered(saved, kept)
      expect(isSame(session.snapshot(), states[kept.length] ?? saved)).toBe(true)
      for (let at = kept.length - 1; at >= 0; at--) {
        expect(session.undo(), `step ${at}`).toBeTruthy()
        expect(isSame(session.snapshot(), states[at] ?? saved), `undone to ${at}`).toBe(true)
      }
      expect(session.history().done.length).toBe(0)
      while (session.redo()) expect(session.history().done.length).toBeGreaterThan(0)
      expect(isSame(session.snapshot(), states[kept.length] ?? saved)).toBe(true)
      // Work goes on as if nothing had happened.
      for (const one of more) edit(session, one)
      while (session.undo()) expect(session.history().undone.length).toBeGreaterThan(0)
      expect(isSame(session.snapshot(), saved)).toBe(true)
    }),
    { numRuns: Math.max(numRuns, 500) },
  )
  expect(replayed).toBeGreaterThan(500)
})
