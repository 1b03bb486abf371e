import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, follow } from '#model/analysis/index.ts'
import { diff } from '#model/compare/diff.ts'
import { lookUp } from '#model/derive/index.ts'
import type { Analysis } from '#model/analysis/index.ts'
import { documents, edits, histories } from '../support/arbitraries.ts'
import { edit, sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('R1')

/** A day in the middle, so that some waivers have expired and some have not. */
const today = '2026-06-30'

/** Everything an analysis says, in an order that does not depend on how it came about. */
function said({ values, totals }: Analysis): unknown {
  return {
    values: Object.fromEntries(
      Array.from(values, ([fact, all]) => [fact, Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)))]),
    ),
    totals: Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

describe('facts, findings, standing', () => {
  test('[R1] following every edit says what computing everything would say', () => {
    fc.assert(
      fc.property(documents(60), edits(12), (start, all) => {
        count()
        const session = sessionOf(start)
        let known = analyse(session.state(), today)
        session.subscribe(({ delta, after }) => {
          known = follow(known, after, delta)
        })
        for (const one of all) edit(session, one)
        expect(said(known)).toStrictEqual(said(analyse(session.state(), today)))
        while (session.undo()) expect(session.history().undone.length).toBeGreaterThan(0)
        expect(said(known)).toStrictEqual(said(analyse(lookUp.start(start), today)))
      }),
      { numRuns },
    )
  })

  test('[R1] following a difference between two versions says the same', () => {
    fc.assert(
      fc.property(histories, ([a, , c]) => {
        count()
        const before = lookUp.start(a)
        const delta = diff(a, c)
        const followed = follow(analyse(before, today), lookUp.next(before, delta), delta)
        expect(said(followed)).toStrictEqual(said(analyse(lookUp.start(c), today)))
      }),
      { numRuns },
    )
  })
})
