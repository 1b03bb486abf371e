import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snapshotOf } from '#model/document/snapshot.ts'
import { readDocument } from '#model/file/read.ts'
import { openDocumentWriter, writeDocument } from '#model/file/write.ts'
import { content, documents, edits, histories } from '../support/arbitraries.ts'
import { edit, sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('F1–F5')

describe('file', () => {
  test('[F1] reading what was written gives the document, whatever is in it', () => {
    fc.assert(
      fc.property(documents(), snapshot => {
        count()
        const read = readDocument(writeDocument(snapshot))
        expect(read.ok && content(read.value.snapshot)).toStrictEqual(content(snapshot))
      }),
      { numRuns },
    )
  })

  test('[F2] equal models are equal bytes, whatever the order of making them', () => {
    fc.assert(
      fc.property(documents(), fc.nat(), (snapshot, turn) => {
        count()
        const elements = content(snapshot)
        const turned = elements.map((_, index) => elements[(index + turn) % elements.length]).flatMap(element => (element ? [element] : []))
        const rebuilt = turned.map(element => Object.fromEntries(Object.entries(element).reverse()))
        expect(writeDocument(snapshotOf(rebuilt as never))).toStrictEqual(writeDocument(snapshot))
      }),
      { numRuns },
    )
  })

  test('[F3] a writer used through a whole session writes what a new one writes', () => {
    fc.assert(
      fc.property(documents(15), edits(8), (start, all) => {
        count()
        const write = openDocumentWriter()
        const session = sessionOf(start)
        for (const one of all) {
          edit(session, one)
          expect(write(session.snapshot())).toStrictEqual(writeDocument(session.snapshot()))
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  test('[F4] undoing everything gives the bytes of the beginning', () => {
    fc.assert(
      fc.property(documents(15), edits(8), (start, all) => {
        count()
        const session = sessionOf(start)
        for (const one of all) edit(session, one)
        while (session.undo()) expect(session.history().undone.length).toBeGreaterThan(0)
        expect(writeDocument(session.snapshot())).toStrictEqual(writeDocument(start))
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  test('[F5] a damaged file is refused, or opens as what it was', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(histories, damage, fc.nat(), ([snapshot], changes, cut) => {
        count()
        const bytes = writeDocument(snapshot)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const read = readDocument(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
        if (read.ok) expect(content(read.value.snapshot)).toStrictEqual(content(snapshot))
        else expect(read.error.code).not.toBe('')
      }),
      { numRuns },
    )
  })
})
