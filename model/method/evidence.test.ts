import { expect, test } from 'vitest'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { buildFacts, valueOf } from './define-fact.ts'
import { evidence } from './evidence.ts'
import { facts } from './facts.ts'

const one = (id: string, kind: string, fields: object = {}): Element => ({ id, kind, name: id, ...fields })

function evidenceOn(item: string, elements: readonly Element[]): readonly string[] {
  const known = buildFacts(facts, lookUp.start(snapshotOf(elements)))
  return (valueOf(known, evidence, item) ?? []).map(({ sort, from, to, via }) => `${sort} ${from} → ${to} by ${via}`)
}

const organisations = ['a', 'b', 'c'].map(id => one(id, 'organisation'))

test('[C8] an indicator over items of two leads shows both ways; an item without a lead shows nothing', () => {
  const indicator = one('k', 'indicator', { items: ['i', 'j', 'n'] })
  const items = [one('i', 'item', { lead: 'a' }), one('j', 'item', { lead: 'b' }), one('n', 'item')]
  const all = [...organisations, ...items, indicator]
  expect(evidenceOn('i', all)).toEqual(['indicator b → a by k', 'indicator a → b by k'])
  expect(evidenceOn('n', all)).toEqual([])
})

test('[C8] data show it from the source to whoever handles the item or performs a step; once each, never to oneself', () => {
  const data = [one('d', 'dataItem', { sourceOrganisation: 'c' }), one('e', 'dataItem', { sourceOrganisation: 'a' })]
  const item = one('i', 'item', { lead: 'a', assists: ['b'], needs: ['d', 'e'] })
  const flow = one('f', 'flow')
  const step = one('s', 'step', { owner: 'f', order: 'a0', item: 'i', organisation: 'b', inputs: ['d'] })
  expect(evidenceOn('i', [...organisations, ...data, item, flow, step])).toEqual(['data c → a by d', 'data c → b by d', 'data a → b by e'])
})

test('[C8] a link between steps of two organisations shows it on the item of the later step', () => {
  const items = [one('i', 'item', { lead: 'a' }), one('j', 'item', { lead: 'b' })]
  const flow = one('f', 'flow')
  const steps = [
    one('s', 'step', { owner: 'f', order: 'a0', item: 'i', organisation: 'a' }),
    one('t', 'step', { owner: 'f', order: 'a1', item: 'j', organisation: 'b' }),
  ]
  const link = one('l', 'link', { owner: 'f', order: 'a2', from: 's', to: 't' })
  const all = [...organisations, ...items, flow, ...steps, link]
  expect(evidenceOn('j', all)).toEqual(['link a → b by l'])
  expect(evidenceOn('i', all)).toEqual([])
})
