import { describe, expect, test } from 'vitest'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { shown } from '#model/formula/index.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { evaluated } from '#model/method/evaluated.ts'
import { facts } from '#model/method/facts.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import type { Element } from '#model/schema/element.ts'
import { countsFor } from './cast.ts'
import { elementsOf, type SizeName, sizes } from './elements-of.ts'

const count = (elements: readonly Element[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of elements) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('documents made from a seed', () => {
  test.each(['S', 'M'] as const)('%s is whole and of the promised counts', name => {
    const elements = elementsOf(sizes[name])
    expect(elements).toHaveLength(sizes[name])
    expect(count(elements)).toStrictEqual({ ...countsFor(sizes[name]) })
    expect(breachesOf(snapshotOf(elements))).toStrictEqual([])
  })

  test('odd sizes are whole too', () => {
    for (const size of [2_999, 3_001, 7_919]) {
      const snapshot = snapshotOf(elementsOf(size, size))
      expect(snapshot.size).toBe(size)
      expect(breachesOf(snapshot)).toStrictEqual([])
    }
  })

  test('one bureau: five core businesses, 150 items, a thousand requirements', () => {
    expect(countsFor(sizes.S)).toMatchObject({ coreBusiness: 5, item: 150, requirement: 1000, dataItem: 1000 })
  })

  test('counts of every size add up', () => {
    for (const name of Object.keys(sizes) as SizeName[])
      expect(Object.values(countsFor(sizes[name])).reduce((sum, one) => sum + one, 0)).toBe(sizes[name])
  })

  test('the seed decides, and nothing else', () => {
    expect(elementsOf(sizes.S, 7)).toStrictEqual(elementsOf(sizes.S, 7))
    expect(elementsOf(sizes.S, 8)).not.toStrictEqual(elementsOf(sizes.S, 7))
  })

  test('something is ready, something is not, and indicators have values', () => {
    const state = lookUp.start(snapshotOf(elementsOf(sizes.S)))
    const known = buildFacts(facts, state)
    const view = viewOf(state, known.values, known.totals)
    const { items, indicators, satisfaction } = ledgerOf(view)
    for (const { ready, total } of [items, indicators]) {
      expect(ready).toBeGreaterThan(0)
      expect(ready).toBeLessThan(total)
    }
    expect(satisfaction.rate).toBeGreaterThan(5)
    for (const id of state.lookups.allOf('indicator')) {
      const { value, missing, problems } = evaluated(view.get(id) as Element, view)
      expect({ missing, problems }).toStrictEqual({ missing: [], problems: [] })
      expect(value && Number(shown(value))).toBeGreaterThan(80)
    }
  })
})
