import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documents } from '#tests/support/arbitraries.ts'
import { build, type Builder } from '#tests/support/build.ts'
import { sessionOf } from '#tests/support/random-edits.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { compareKey } from '../base/text.ts'
import { renumber } from './renumber.ts'

const { count } = countCases('renumber')

type Input = Parameters<typeof renumber.run>[1]

/** The mapping as `name: before → after`, or the refusal's code. */
function mapping(make: (builder: Builder) => void, input: Input): readonly string[] | string {
  const result = sessionOf(build(make).snapshot).run(renumber, input)
  if (!result.ok) return result.error.code
  return result.value.map(({ name, before = '无', after }) => `${name}: ${before} → ${after}`)
}

/** A business of two modules with units and items, some of them coded. */
function tree(d: Builder): void {
  const business = d.coreBusiness('三资', { code: 'CB-NY-01' })
  const [one, two] = [d.module('资产', { owner: business }), d.module('监督', { owner: business, code: 'CB-NY-01-01' })]
  const unit = d.unit('清查', { owner: one })
  d.item('登记', { owner: unit })
  d.item('盘点', { owner: unit, code: 'old' })
  d.unit('公开', { owner: two })
  d.item('未归类')
}

const levels = ['module', 'unit', 'item']

describe('renumbering', () => {
  test('goes down the tree, owners first, siblings in their order', () => {
    expect(mapping(tree, { kinds: levels })).toStrictEqual([
      '资产: 无 → CB-NY-01-01',
      '清查: 无 → CB-NY-01-01-01',
      '登记: 无 → CB-NY-01-01-01-01',
      '盘点: old → CB-NY-01-01-01-02',
      '监督: CB-NY-01-01 → CB-NY-01-02',
      '公开: 无 → CB-NY-01-02-01',
      '未归类: 无 → SX001',
    ])
  })

  test('only what is missing: what is there stays, and numbers go on after the highest', () => {
    expect(mapping(tree, { kinds: levels, onlyMissing: true })).toStrictEqual([
      '资产: 无 → CB-NY-01-02',
      '清查: 无 → CB-NY-01-02-01',
      '登记: 无 → CB-NY-01-02-01-01',
      '公开: 无 → CB-NY-01-01-01',
      '未归类: 无 → SX001',
    ])
  })

  test('under one element touches nothing else and skips the codes of others', () => {
    expect(mapping(tree, { kinds: levels, under: 'module-1' })).toStrictEqual([
      '清查: 无 → DY01',
      '登记: 无 → DY01-01',
      '盘点: old → DY01-02',
    ])
    expect(
      mapping(
        d => {
          d.dataItem('甲', { code: 'x' })
          d.dataItem('乙', { code: 'SJ001' })
          d.term('丙', { code: 'sj002' })
        },
        { kinds: ['dataItem'] },
      ),
    ).toStrictEqual(['甲: x → SJ003'])
  })

  test('by the schemes the document states', () => {
    const stated = (numbering: { readonly [kind: string]: string }) => (d: Builder) => {
      d.document('模型', { settings: { numbering } })
      d.dataItem('甲')
    }
    expect(mapping(stated({ dataItem: 'DR{n:2}' }), { kinds: ['dataItem'] })).toStrictEqual(['甲: 无 → DR01'])
    expect(mapping(stated({ dataItem: 'DR' }), { kinds: ['dataItem'] })).toBe('scheme-invalid')
    expect(mapping(stated({ dataItem: `${'长'.repeat(300)}{n}` }), { kinds: ['dataItem'] })).toBe('scheme-invalid')
  })

  test('refuses what is not there', () => {
    expect(mapping(tree, { kinds: ['nothing'] })).toBe('kind-unknown')
    expect(mapping(tree, { under: 'gone' })).toBe('element-gone')
  })
})

test('changes codes alone, gives none that anything else bears, and again gives the same', () => {
  fc.assert(
    fc.property(documents(40), fc.boolean(), (snapshot, onlyMissing) => {
      count()
      const session = sessionOf(snapshot)
      const result = session.run(renumber, { onlyMissing })
      const mapped = new Map(result.ok ? result.value.map(one => [one.element, one.after] as const) : [])
      const codes = Array.from(session.snapshot().values(), element => element.code)
      for (const before of snapshot.values()) {
        const after = session.snapshot().get(before.id)
        expect(after).toStrictEqual(mapped.has(before.id) ? { ...before, code: mapped.get(before.id) } : before)
        if (onlyMissing && before.code !== undefined) expect(after?.code).toBe(before.code)
      }
      for (const code of mapped.values())
        expect(codes.filter(one => one !== undefined && compareKey(one) === compareKey(code))).toHaveLength(1)
      expect(session.run(renumber, { onlyMissing })).toStrictEqual({ ok: true, value: [] })
    }),
    { numRuns },
  )
})
