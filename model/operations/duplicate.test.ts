import { expect, test } from 'vitest'
import { apply } from '../document/delta.ts'
import { openDraft } from '../document/draft.ts'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { duplicate } from './duplicate.ts'

function copied(elements: readonly Element[], id: string): Element[] {
  const state = lookUp.start(snapshotOf(elements))
  let ids = 0
  const draft = openDraft(state, lookUp, () => `copy${++ids}`)
  expect(duplicate.run(draft, { id })).toMatchObject({ ok: true })
  return [...apply(state.snapshot, draft.delta()).values()].filter(element => element.id.startsWith('copy'))
}

const step: Element = { id: 's', kind: 'step', name: '受理', owner: 'f', order: 'a0', inputs: ['d'] }
const flow: Element = { id: 'f', kind: 'flow', name: '流程', owner: 'i', order: 'a0' }
const item: Element = { id: 'i', kind: 'item', name: '事项' }

test('references among the copied point to the copies, others stay', () => {
  const link: Element = { id: 'l', kind: 'link', name: '', owner: 'f', order: 'a1', from: 's', to: 's' }
  const copies = copied([item, flow, step, link, { id: 'd', kind: 'dataItem', name: 'A' }], 'f')
  const copyOf = (kind: string) => copies.find(element => element.kind === kind)
  expect(copyOf('link')).toMatchObject({ owner: copyOf('flow')?.id, from: copyOf('step')?.id, to: copyOf('step')?.id })
  expect(copyOf('step')?.['inputs']).toStrictEqual(['d'])
})

test('a text that reads like an id stays a text', () => {
  const indicator: Element = {
    id: 'z',
    kind: 'indicator',
    name: '率',
    formula: { text: 'z', refs: [{ name: 'z', id: 'z' }] },
    samples: [{ call: 'z' }],
  }
  const [copy] = copied([indicator], 'z')
  expect(copy).toMatchObject({ formula: { text: 'z', refs: [{ name: 'z', id: copy?.id }] }, samples: [{ call: 'z' }] })
})
