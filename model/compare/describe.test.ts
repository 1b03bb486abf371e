import { describe as suite, expect, test } from 'vitest'
import { type Snapshot, snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { describe } from './describe.ts'
import { diff } from './diff.ts'

const elements: readonly Element[] = [
  { id: 'o', kind: 'organisation', name: '县农业农村局' },
  { id: 'o2', kind: 'organisation', name: '县财政局', owner: 'o', order: 'a0' },
  { id: 'd', kind: 'dataItem', name: '资产编号' },
  { id: 'z', kind: 'indicator', name: '盘点率', formula: { text: '计数(资产编号) / 100', refs: [{ name: '资产编号', id: 'd' }] } },
  { id: 'w', kind: 'document', name: '三资', settings: { target: 99, thresholds: { a: 1 } } },
]

const base: Snapshot = snapshotOf(elements)
const changed = (id: string, fields: object): Snapshot => base.set(id, { ...(base.get(id) as Element), ...fields })
const rowsOf = (after: Snapshot) =>
  describe(diff(base, after)).changed.map(({ element, field, before, after }) => [element, field, before, after])

suite('a description', () => {
  test('[C5.3] names what came, went and changed, and counts elements', () => {
    const after = base
      .set('o2', undefined)
      .set('n', { id: 'n', kind: 'item', name: '处置' })
      .set('d', { id: 'd', kind: 'dataItem', name: '资产代码', note: '新' })
    expect(describe(diff(base, after))).toStrictEqual({
      added: [{ element: 'n', kind: 'item', name: '处置' }],
      removed: [{ element: 'o2', kind: 'organisation', name: '县财政局' }],
      changed: [
        { element: 'd', kind: 'dataItem', name: '资产代码', field: 'name', before: '资产编号', after: '资产代码' },
        { element: 'd', kind: 'dataItem', name: '资产代码', field: 'note', before: undefined, after: '新' },
      ],
      counts: { added: 1, removed: 1, changed: 1 },
    })
  })

  test('[C4.4] a formula whose operand was renamed is no difference, nor is a blank', () => {
    expect(rowsOf(changed('z', { formula: { text: '计数( 资产代码 )/100', refs: [{ name: '资产代码', id: 'd' }] } }))).toStrictEqual([])
    expect(rowsOf(changed('z', { formula: { text: '计数(资产编号) / 100' } })).length).toBe(1)
  })

  test('a move is one row, a new place among the same siblings is another', () => {
    expect(rowsOf(changed('o2', { owner: 'x', order: 'a1' }))).toStrictEqual([['o2', 'owner', 'o', 'x']])
    expect(rowsOf(changed('o2', { order: 'a1' }))).toStrictEqual([['o2', 'order', 'a0', 'a1']])
  })

  test('settings differ key by key', () => {
    expect(rowsOf(changed('w', { settings: { target: 90, thresholds: { a: 1 } } }))).toStrictEqual([['w', 'settings.target', 99, 90]])
  })

  test('an element that is now of another kind went and came', () => {
    const after = base.set('d', { id: 'd', kind: 'resource', name: '资产编号' })
    expect(describe(diff(base, after)).counts).toStrictEqual({ added: 1, removed: 1, changed: 0 })
  })
})
