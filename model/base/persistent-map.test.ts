import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersistentMap } from './persistent-map.ts'

const changes = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(5), { nil: undefined })), { maxLength: 60 })

function plain(steps: readonly (readonly [string, number | undefined])[], start = new Map<string, number>()): Map<string, number> {
  const map = new Map(start)
  for (const [key, value] of steps) {
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }
  return map
}

const sorted = (entries: Iterable<readonly [string, number]>) => [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1))

describe('PersistentMap', () => {
  test('holds what a flat map holds, and the map it came from stays as it was', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        const a = PersistentMap.empty<number>().with(first)
        const before = sorted(a)
        const b = a.with(second)
        const expected = plain(second, plain(first))
        expect(sorted(b)).toStrictEqual(sorted(expected))
        expect(b.size).toBe(expected.size)
        expect(sorted(a)).toStrictEqual(before)
        for (const [key] of [...first, ...second]) expect(b.get(key)).toBe(expected.get(key))
      }),
      { numRuns: 500 },
    )
  })

  test('the order of entries depends on the keys alone', () => {
    fc.assert(
      fc.property(changes, steps => {
        const a = PersistentMap.empty<number>().with(steps)
        const b = PersistentMap.from([...plain(steps)].reverse())
        expect([...a]).toStrictEqual([...b])
      }),
    )
  })

  test('differing keys are those whose values differ', () => {
    fc.assert(
      fc.property(changes, changes, changes, (base, ours, theirs) => {
        const start = PersistentMap.empty<number>().with(base)
        const a = start.with(ours)
        const b = start.with(theirs)
        const left = plain(ours, plain(base))
        const right = plain(theirs, plain(base))
        const expected = [...new Set([...left.keys(), ...right.keys()])].filter(key => left.get(key) !== right.get(key))
        expect([...a.differingKeys(b)].sort()).toStrictEqual(expected.sort())
      }),
    )
  })

  test('differences are visited once, with both values, whether the maps share anything or not', () => {
    fc.assert(
      fc.property(changes, changes, changes, (base, ours, theirs) => {
        const left = plain(ours, plain(base))
        const right = plain(theirs, plain(base))
        const expected = [...new Set([...left.keys(), ...right.keys()])].filter(key => left.get(key) !== right.get(key))
        for (const b of [PersistentMap.empty<number>().with(base).with(theirs), PersistentMap.from(right)]) {
          const seen: (readonly [string, number | undefined, number | undefined])[] = []
          PersistentMap.from(left).visitDifferences(b, (...difference) => seen.push(difference))
          expect(seen.sort()).toStrictEqual(expected.map(key => [key, left.get(key), right.get(key)] as const).sort())
        }
      }),
    )
  })

  test('keys with one hash are told apart', () => {
    // Found by search: both hash alike under FNV-1a with 32 bits.
    const map = PersistentMap.from([
      ['costarring', 1],
      ['liquid', 2],
    ])
    expect([map.get('costarring'), map.get('liquid'), map.size]).toStrictEqual([1, 2, 2])
    expect(map.set('liquid', undefined).get('costarring')).toBe(1)
  })
})
