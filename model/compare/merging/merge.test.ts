import { describe, expect, test } from 'vitest'
import { apply } from '../../document/delta.ts'
import { type Snapshot, snapshotOf } from '../../document/snapshot.ts'
import type { Element } from '../../schema/element.ts'
import type { Side } from '../conflict.ts'
import { merge } from './merge.ts'
import { resolve } from './resolve.ts'

const base: Snapshot = snapshotOf([
  { id: 'o', kind: 'organisation', name: '局' },
  { id: 'o2', kind: 'organisation', name: '所' },
  { id: 'i', kind: 'item', name: '处置', lead: 'o', assists: ['o', 'o2'] },
  { id: 'f', kind: 'flow', name: '流程', owner: 'i', order: 'a0' },
  { id: 's', kind: 'step', name: '受理', owner: 'f', order: 'a0', organisation: 'o2' },
  { id: 's2', kind: 'step', name: '办结', owner: 'f', order: 'a1' },
  { id: 'z', kind: 'indicator', name: '率', formula: { text: 'A + 1', refs: [{ name: 'A', id: 'd' }] } },
  { id: 'd', kind: 'dataItem', name: 'A' },
])

const set = (snapshot: Snapshot, id: string, fields: object): Snapshot => {
  const entries = Object.entries({ ...snapshot.get(id), ...fields }).filter(([, value]) => value !== undefined)
  return snapshot.set(id, Object.fromEntries(entries) as Element)
}
const without = (snapshot: Snapshot, ...ids: string[]): Snapshot => snapshot.with(ids.map(id => [id, undefined] as const))

function outcome(ours: Snapshot, theirs: Snapshot, choice?: Side) {
  const merged = merge(base, ours, theirs)
  const delta = choice === undefined ? merged.delta : resolve(merged, new Map(merged.conflicts.map(({ id }) => [id, choice] as const)))
  return { document: apply(base, delta), conflicts: merged.conflicts }
}

describe('two copies', () => {
  test('[18] renamed differently: the base stands until somebody chooses', () => {
    const [ours, theirs] = [set(base, 'i', { name: '处置甲' }), set(base, 'i', { name: '处置乙' })]
    expect(outcome(ours, theirs).conflicts).toStrictEqual([
      { code: 'field', id: 'field:i:name', element: 'i', field: 'name', base: '处置', ours: '处置甲', theirs: '处置乙' },
    ])
    expect(['处置', '处置甲', '处置乙']).toStrictEqual(
      [undefined, 'ours' as const, 'theirs' as const].map(choice => outcome(ours, theirs, choice).document.get('i')?.name),
    )
  })

  test('[M6] sets merge member by member', () => {
    const ours = set(base, 'i', { assists: ['o2'] })
    const theirs = set(base.set('o3', { id: 'o3', kind: 'organisation', name: '三' }), 'i', { assists: ['o', 'o2', 'o3'] })
    const { document, conflicts } = outcome(ours, theirs)
    expect(document.get('i')?.['assists']).toStrictEqual(['o2', 'o3'])
    expect(conflicts).toStrictEqual([])
  })

  test('[18] one removed the flow, the other edited a step in it: both stay until somebody chooses', () => {
    const ours = without(base, 'f', 's', 's2')
    const theirs = set(base, 's', { name: '受理并登记' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([{ code: 'removed', id: 'removed:s', element: 's', removedBy: 'ours', edited: true, neededBy: [] }])
    expect([document.has('f'), document.get('s')?.name, document.has('s2')]).toStrictEqual([true, '受理并登记', false])
    expect(outcome(ours, theirs, 'ours').document.has('f')).toBe(false)
    expect(outcome(ours, theirs, 'theirs').document.get('s')?.name).toBe('受理并登记')
  })

  test('[18] one removed the flow, the other put a step into it', () => {
    const ours = without(base, 'f', 's', 's2')
    const theirs = base.set('n', { id: 'n', kind: 'step', name: '新环节', owner: 'f', order: 'a2' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([{ code: 'removed', id: 'removed:f', element: 'f', removedBy: 'ours', edited: false, neededBy: ['n'] }])
    expect([document.has('f'), document.has('n'), document.has('s')]).toStrictEqual([true, true, false])
    const gone = outcome(ours, theirs, 'ours').document
    expect([gone.has('f'), gone.has('n')]).toStrictEqual([false, false])
  })

  test('one removed an organisation, the other began to refer to it', () => {
    const ours = set(set(without(base, 'o2'), 'i', { assists: ['o'] }), 's', { organisation: undefined })
    const theirs = set(base, 's2', { organisation: 'o2' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toMatchObject([{ code: 'removed', element: 'o2', neededBy: ['s2'] }])
    expect(document.get('s2')?.['organisation']).toBe('o2')
    expect(outcome(ours, theirs, 'ours').document.get('s2')).not.toHaveProperty('organisation')
  })

  test('a reference cleared because its target was removed does not stand against an edit of it', () => {
    const ours = set(set(without(base, 'o2'), 'i', { assists: ['o'] }), 's', { organisation: undefined })
    const theirs = set(base, 's', { organisation: 'o' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([])
    expect(document.get('s')?.['organisation']).toBe('o')
  })

  test('[18] each put one organisation into the other', () => {
    const ours = set(base, 'o', { owner: 'o2', order: 'a0' })
    const theirs = set(base, 'o2', { owner: 'o', order: 'a0' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([{ code: 'owner-cycle', id: 'owner-cycle:o', elements: ['o', 'o2'] }])
    expect([document.get('o')?.owner, document.get('o2')?.owner]).toStrictEqual([undefined, undefined])
    expect(outcome(ours, theirs, 'ours').document.get('o')?.owner).toBe('o2')
    expect(outcome(ours, theirs, 'theirs').document.get('o2')?.owner).toBe('o')
  })

  test('[18] one reordered the steps, the other inserted one: no conflict', () => {
    const ours = set(base, 's', { order: 'a2' })
    const theirs = base.set('n', { id: 'n', kind: 'step', name: '新', owner: 'f', order: 'a0V' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([])
    expect([document.get('s')?.order, document.get('n')?.order]).toStrictEqual(['a2', 'a0V'])
  })

  test('both brought a document element', () => {
    const ours = base.set('w1', { id: 'w1', kind: 'document', name: '甲' })
    const theirs = base.set('w2', { id: 'w2', kind: 'document', name: '乙' })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([{ code: 'two-documents', id: 'two-documents:w1 w2', elements: ['w1', 'w2'] }])
    expect([document.has('w1'), document.has('w2')]).toStrictEqual([true, false])
    expect(outcome(ours, theirs, 'theirs').document.has('w2')).toBe(true)
  })

  test('both made an element of one id', () => {
    const ours = base.set('n', { id: 'n', kind: 'item', name: '甲' })
    const theirs = base.set('n', { id: 'n', kind: 'item', name: '乙' })
    expect(outcome(ours, theirs).conflicts).toMatchObject([{ code: 'element', element: 'n', base: undefined }])
    expect(outcome(ours, theirs, 'theirs').document.get('n')?.name).toBe('乙')
  })

  test('[C4.4] a renamed operand does not stand against a new formula', () => {
    const ours = set(set(base, 'd', { name: 'B' }), 'z', { formula: { text: 'B + 1', refs: [{ name: 'B', id: 'd' }] } })
    const theirs = set(base, 'z', { formula: { text: 'A + 2', refs: [{ name: 'A', id: 'd' }] } })
    const { document, conflicts } = outcome(ours, theirs)
    expect(conflicts).toStrictEqual([])
    expect(document.get('z')?.['formula']).toStrictEqual({ text: 'A + 2', refs: [{ name: 'A', id: 'd' }] })
  })
})
