import { expect, test } from 'vitest'
import { openDraft } from '../document/draft.ts'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { applyDelta } from './apply-delta.ts'

const state = lookUp.start(snapshotOf([{ id: 'w', kind: 'document', name: '甲' }]))
const draft = () => openDraft(state, lookUp, () => 'n')

test('a delta that brings a second document is refused', () => {
  const delta = new Map([['v', [undefined, { id: 'v', kind: 'document', name: '乙' }] as const]])
  expect(applyDelta.run(draft(), { delta })).toMatchObject({ ok: false, error: { code: 'only-one-document' } })
})

test('a delta that replaces the document is not', () => {
  const delta = new Map([
    ['v', [undefined, { id: 'v', kind: 'document', name: '乙' }] as const],
    ['w', [{ id: 'w', kind: 'document', name: '甲' }, undefined] as const],
  ])
  expect(applyDelta.run(draft(), { delta })).toMatchObject({ ok: true })
})

test('a delta made for another state is refused', () => {
  const delta = new Map([['w', [{ id: 'w', kind: 'document', name: '丙' }, undefined] as const]])
  expect(applyDelta.run(draft(), { delta })).toMatchObject({ ok: false, error: { code: 'delta-does-not-fit' } })
})
