import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '#model/compare/diff.ts'
import { describe as described } from '#model/compare/describe.ts'
import { apply, compose, invert } from '#model/document/delta.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { decode, encode } from '#model/file/journal.ts'
import { content, histories } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('D1–D6, J1')

/** A law over three states of one document, each edited from the one before. */
const law = (name: string, check: (a: Snapshot, b: Snapshot, c: Snapshot) => void): void =>
  test(name, () =>
    fc.assert(
      fc.property(histories, ([a, b, c]) => {
        count()
        check(a, b, c)
      }),
      { numRuns },
    ),
  )

/** The same document as a file would give it: nothing shared with the one it came from. */
const loaded = (snapshot: Snapshot): Snapshot => snapshotOf(JSON.parse(JSON.stringify(content(snapshot))))

describe('delta', () => {
  law('[D1] the difference applied to the first gives the second', (a, b) =>
    expect(content(apply(a, diff(a, b)))).toStrictEqual(content(b)),
  )

  law('[D2] the inverse applied to the second gives the first', (a, b) =>
    expect(content(apply(b, invert(diff(a, b))))).toStrictEqual(content(a)),
  )

  law('[D3] composing equals doing both', (a, b, c) => expect(content(apply(a, compose(diff(a, b), diff(b, c))))).toStrictEqual(content(c)))

  law('[D4] composing with the inverse is nothing', (a, b) => expect(compose(diff(a, b), invert(diff(a, b))).size).toBe(0))

  law('[D5] composing equals comparing the ends', (a, b, c) =>
    expect(new Map([...compose(diff(a, b), diff(b, c))].sort())).toStrictEqual(new Map([...diff(a, c)].sort())),
  )

  law('[D6] a difference holds what differs and nothing else', (a, b) => {
    const before = new Map(content(a).map(element => [element.id, JSON.stringify(element)]))
    const after = new Map(content(b).map(element => [element.id, JSON.stringify(element)]))
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(id => before.get(id) !== after.get(id))
    expect([...diff(a, b).keys()].filter(id => !differing.includes(id))).toStrictEqual([])
    expect(diff(a, a).size).toBe(0)
  })

  law('[D6] documents loaded from two files differ as the ones in memory do', (a, b) =>
    expect(new Map([...diff(loaded(a), loaded(b))].sort())).toStrictEqual(new Map([...diff(a, b)].sort())),
  )

  law('[D6] a description has a row for every element that came or went', (a, b) => {
    const { added, removed, counts } = described(diff(a, b))
    const ids = (one: Snapshot, other: Snapshot): string[] =>
      content(one)
        .filter(({ id }) => !other.has(id))
        .map(({ id }) => id)
    const replaced = content(b)
      .filter(({ id, kind }) => a.has(id) && a.get(id)?.kind !== kind)
      .map(({ id }) => id)
    expect(added.map(row => row.element).sort()).toStrictEqual([...ids(b, a), ...replaced].sort())
    expect(removed.map(row => row.element).sort()).toStrictEqual([...ids(a, b), ...replaced].sort())
    expect(counts.added).toBe(added.length)
  })
})

describe('journal', () => {
  law('[J1] a record read again is the delta that was written', (a, b) => {
    const delta = diff(a, b)
    expect(decode(encode(delta), loaded(a))).toStrictEqual({ ok: true, value: new Map([...delta].sort()) })
  })

  law('[J1] a record read backwards is the inverse', (a, b) => {
    const back = decode(encode(diff(a, b)), loaded(b), 'backwards')
    expect(back.ok && content(apply(b, back.value))).toStrictEqual(content(a))
  })

  law('[J1] a record does not replay onto another state', (a, b, c) => {
    const record = diff(a, b)
    const touched = [...record].some(([id, [before]]) => JSON.stringify(c.get(id)) !== JSON.stringify(before))
    const result = decode(encode(record), c)
    if (result.ok) expect(content(apply(c, result.value)).length).toBeGreaterThanOrEqual(0)
    else expect(touched).toBe(true)
  })
})
