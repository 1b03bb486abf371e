import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '#model/base/json.ts'
import type { Choices, Conflict } from '#model/compare/conflict.ts'
import { diff } from '#model/compare/diff.ts'
import { deltaFrom, merge } from '#model/compare/merging/merge.ts'
import { resolve } from '#model/compare/merging/resolve.ts'
import { breachesOf } from '#model/derive/index.ts'
import { apply } from '#model/document/delta.ts'
import type { Snapshot } from '#model/document/snapshot.ts'
import { kindOf } from '#model/kinds/index.ts'
import { setTypes } from '#model/schema/define-field.ts'
import { type BranchesCase, branches, content } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('M1–M6')

const law = (name: string, check: (branches: BranchesCase) => void): void =>
  test(name, () =>
    fc.assert(
      fc.property(branches, one => {
        count()
        check(one)
      }),
      { numRuns },
    ),
  )

const mergedOf = (base: Snapshot, ours: Snapshot, theirs: Snapshot): Snapshot => apply(base, merge(base, ours, theirs).delta)

/** The conflict as the other side sees it. */
function mirrored(conflict: Conflict): Conflict {
  if (conflict.code === 'field' || conflict.code === 'element')
    return { ...conflict, ours: conflict.theirs, theirs: conflict.ours } as Conflict
  if (conflict.code === 'removed') return { ...conflict, removedBy: conflict.removedBy === 'ours' ? 'theirs' : 'ours' }
  return conflict
}

const inConflict = (conflicts: readonly Conflict[]): ReadonlySet<string> =>
  new Set(conflicts.flatMap(conflict => ('element' in conflict ? [conflict.element] : conflict.elements)))

/** Fields with a single value that refers to nothing: what was written there is there, or somebody is asked. */
const plainFieldsOf = (kind: string): string[] =>
  Object.entries(kindOf(kind)?.fields ?? {}).flatMap(([name, { type }]) =>
    ['text', 'longText', 'number', 'date'].includes(type) ? [name] : [],
  )

interface Outcome extends BranchesCase {
  readonly merged: Snapshot
  /** Elements about which somebody has to decide; what refers to one follows the decision. */
  readonly open: ReadonlySet<string>
}

function expectMembers({ base, ours, theirs, merged, open }: Outcome, id: string, name: string): void {
  const refers = kindOf(merged.get(id)?.kind ?? '')?.fields[name]?.refersTo !== undefined
  const of = (snapshot: Snapshot): readonly string[] => (snapshot.get(id)?.[name] ?? []) as readonly string[]
  for (const side of [ours, theirs].filter(one => one.has(id))) {
    const gone = of(base).filter(member => !of(side).includes(member))
    expect(of(merged).filter(member => gone.includes(member))).toStrictEqual([])
    const come = of(side).filter(member => !of(base).includes(member) && (!refers || (merged.has(member) && !open.has(member))))
    expect(of(merged)).toStrictEqual(expect.arrayContaining(come))
  }
}

describe('merge', () => {
  law('[M1] merging nothing changes nothing', ({ base, ours }) => {
    expect(content(mergedOf(base, base, ours))).toStrictEqual(content(ours))
    expect(content(mergedOf(base, ours, base))).toStrictEqual(content(ours))
    expect(merge(base, base, ours).conflicts).toStrictEqual([])
  })

  law('[M2] the same edit twice is no conflict', ({ base, ours }) => {
    expect(merge(base, ours, ours).conflicts).toStrictEqual([])
    expect(content(mergedOf(base, ours, ours))).toStrictEqual(content(ours))
  })

  law('[M3] the sides may be swapped', ({ base, ours, theirs }) => {
    const one = merge(base, ours, theirs)
    const other = merge(base, theirs, ours)
    expect(content(apply(base, other.delta))).toStrictEqual(content(apply(base, one.delta)))
    expect(other.conflicts.map(mirrored)).toStrictEqual(one.conflicts)
  })

  law('[M4] the merge fits the base, and either side', ({ base, ours, theirs }) => {
    const result = merge(base, ours, theirs)
    const merged = content(apply(base, result.delta))
    expect(content(apply(ours, deltaFrom('ours', result)))).toStrictEqual(merged)
    expect(content(apply(theirs, deltaFrom('theirs', result)))).toStrictEqual(merged)
  })

  law('[M5] the merge is whole', ({ base, ours, theirs }) => expect(breachesOf(mergedOf(base, ours, theirs))).toStrictEqual([]))

  law('[M5] the merge is whole whatever is chosen', ({ base, ours, theirs }) => {
    const result = merge(base, ours, theirs)
    const open = result.conflicts.slice(0, 6)
    for (let choice = 0; choice < 2 ** open.length; choice++) {
      const choices: Choices = new Map(open.map(({ id }, index) => [id, (choice >> index) & 1 ? 'ours' : 'theirs'] as const))
      expect(breachesOf(apply(base, resolve(result, choices)))).toStrictEqual([])
    }
  })

  law('[M6] a member either side took out is out, and one it put in is in', ({ base, ours, theirs }) => {
    const { delta, conflicts } = merge(base, ours, theirs)
    const merged = apply(base, delta)
    const open = inConflict(conflicts)
    for (const element of merged.values())
      for (const [name, field] of Object.entries(kindOf(element.kind)?.fields ?? {}))
        if (setTypes.has(field.type) && !open.has(element.id)) expectMembers({ base, ours, theirs, merged, open }, element.id, name)
  })

  law('[M7] what is in a copy and not removed by the other is in the merge or in a conflict', ({ base, ours, theirs }) => {
    const { delta, conflicts } = merge(base, ours, theirs)
    const merged = apply(base, delta)
    const open = inConflict(conflicts)
    for (const [side, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const)
      for (const { id } of side.values()) if (!base.has(id) || other.has(id)) expect(merged.has(id) || open.has(id), id).toBe(true)
  })

  law('[M7] what a copy wrote into a field is in the merge or in a conflict', ({ base, ours, theirs }) => {
    const { delta, conflicts } = merge(base, ours, theirs)
    const merged = apply(base, delta)
    const open = inConflict(conflicts)
    for (const [id, [before, after]] of [...diff(base, ours), ...diff(base, theirs)]) {
      if (before === undefined || after === undefined || open.has(id) || !merged.has(id)) continue
      for (const name of plainFieldsOf(after.kind).filter(field => !Object.is(after[field], before[field])))
        expect(merged.get(id)?.[name], `${id} ${name}`).toStrictEqual(after[name])
    }
  })

  law('[M8] no conflict is invented where nothing was changed twice', ({ base, ours, theirs }) => {
    const mine = new Set(diff(base, ours).keys())
    const both = [...diff(base, theirs).keys()].filter(id => mine.has(id))
    const { conflicts } = merge(base, ours, theirs)
    if (both.length === 0) expect(conflicts.filter(conflict => conflict.code === 'field' || conflict.code === 'element')).toStrictEqual([])
  })

  law('[M9] merging again changes nothing', ({ base, ours, theirs }) => {
    const { delta, conflicts } = merge(base, ours, theirs)
    if (conflicts.length > 0) return
    const merged = apply(base, delta)
    expect(content(mergedOf(base, merged, theirs)).map(canonical)).toStrictEqual(content(merged).map(canonical))
  })

  law('[M10] a conflict that is decided follows the side that was chosen', ({ base, ours, theirs }) => {
    const result = merge(base, ours, theirs)
    const field = result.conflicts.find(
      conflict => conflict.code === 'field' && kindOf(base.get(conflict.element)?.kind ?? '')?.fields[conflict.field]?.type === 'text',
    )
    if (field?.code !== 'field') return
    for (const side of ['ours', 'theirs'] as const)
      expect(apply(base, resolve(result, new Map([[field.id, side]]))).get(field.element)?.[field.field]).toStrictEqual(field[side])
  })
})

test('conflicts of every sort come up, in three of a hundred cases or more', () => {
  const cases = 600
  const seen = new Map<string, number>()
  for (const { base, ours, theirs } of fc.sample(branches, { numRuns: cases, seed: 7 }))
    for (const code of new Set(merge(base, ours, theirs).conflicts.map(conflict => conflict.code)))
      seen.set(code, (seen.get(code) ?? 0) + 1)
  for (const code of ['element', 'field', 'owner-cycle', 'removed', 'two-documents'])
    expect(seen.get(code) ?? 0, code).toBeGreaterThanOrEqual(cases * 0.03)
})
