import { expect, test } from 'vitest'
import { openDraft } from '../document/draft.ts'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { kindOf } from '../kinds/index.ts'
import { placed } from './place.ts'

const state = lookUp.start(
  snapshotOf([
    { id: 'f', kind: 'flow', name: '流程', owner: 'i', order: 'a0' },
    { id: 'i', kind: 'item', name: '事项' },
    { id: 's1', kind: 'step', name: '一', owner: 'f', order: 'a0' },
    { id: 's2', kind: 'step', name: '二', owner: 'f', order: 'a1' },
  ]),
)

function orderFor(after: string | undefined): string | undefined {
  const step = kindOf('step')
  const place =
    step &&
    placed(
      openDraft(state, lookUp, () => 'n'),
      step,
      { owner: 'f', after },
    )
  return place?.ok ? place.value.order : undefined
}

test('a place is behind a sibling, first, or last', () => {
  expect(orderFor('s1')).toBe('a0V')
  expect(orderFor('')).toBe('Zz')
  expect(orderFor(undefined)).toBe('a2')
})

test('behind something that is no sibling is last, as if nothing had been said', () => {
  expect(orderFor('i')).toBe('a2')
})
