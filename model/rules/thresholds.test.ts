import { expect, test } from 'vitest'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { viewOf } from '../method/define-fact.ts'
import type { Element } from '../schema/element.ts'
import { one } from './sample.ts'
import { thresholdIn, thresholds } from './thresholds.ts'

const of = (...elements: readonly Element[]) => thresholdIn(viewOf(lookUp.start(snapshotOf(elements)), new Map()), 'itemNeeds')

test('the usual one without a document, settings or a number', () => {
  const settings = [{}, { thresholds: 3 }, { thresholds: { itemNeeds: '20' } }, { thresholds: { itemNeeds: -1 } }, { thresholds: null }]
  expect([of(), ...settings.map(said => of(one('document', 'd', { settings: said })))]).toStrictEqual(Array(6).fill(12))
})

test('the one the document sets', () => expect(of(one('document', 'd', { settings: { thresholds: { itemNeeds: 20 } } }))).toBe(20))

test('each says what it is and in which unit', () => {
  for (const { label, unit } of Object.values(thresholds))
    expect([label, unit]).toStrictEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/./u)])
})
