import { expect, test } from 'vitest'
import { InvariantError } from '../base/invariant.ts'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { viewOf } from '../method/define-fact.ts'
import { compile, hopsOf, watching } from './paths.ts'
import { one } from './sample.ts'
import { backwards } from './walk.ts'

const organisation = one('organisation', 'o', { level: 'county' })

const item = one('item', 'i', { lead: 'o' })

test('a change of a field that is read concerns, another does not', () => {
  const plan = compile(['item'], [['ref lead', 'level']])
  const concerns = (fields: object) => [...watching(plan, organisation, { ...organisation, ...fields })].length
  expect([concerns({ level: 'village' }), concerns({ name: 'p' })]).toStrictEqual([1, 0])
})

test('coming and going always concern', () => {
  const plan = compile(['item'], [['ref lead', 'level']])
  expect([[...watching(plan, organisation, undefined)].length, [...watching(plan, undefined, organisation)].length]).toStrictEqual([1, 1])
})

test('a field that decides where a path leads is watched without being named', () => {
  const plan = compile(['item'], [['by step item > owner', 'id']])
  const step = one('step', 's', { owner: 'f', item: 'i' })
  expect([...watching(plan, step, { ...step, owner: 'g' })].length).toBeGreaterThan(0)
  expect([...watching(plan, step, { ...step, note: 'x' })]).toStrictEqual([])
})

test('names that only a message says are told apart', () => {
  const plan = compile(['item'], [{ named: 'ref lead' }])
  expect([...watching(plan, organisation, { ...organisation, name: 'p' })].map(watch => watch.isSaid)).toStrictEqual([true])
})

test.each(['ref leed', 'owned itme', 'by step itme', 'sideways'])('%s is a mistake of ours', path =>
  expect(() => compile(['item'], [path])).toThrow(InvariantError),
)

test('walks back along every sort of hop', () => {
  const elements = [
    organisation,
    item,
    one('item', 'j', { name: 'i', code: 'A' }),
    one('item', 'k', { code: 'a' }),
    one('flow', 'f', { owner: 'i' }),
    one('step', 's', { owner: 'f', item: 'i' }),
    one('indicator', 'x', { formula: { text: 'y + z', refs: [{ name: 'y', id: 'y' }] } }),
    one('indicator', 'y', { formula: { text: 'x', refs: [{ name: 'x', id: 'x' }] } }),
    one('dataItem', 'z'),
  ]
  const view = viewOf(lookUp.start(snapshotOf(elements)), new Map())
  const from = (id: string, path: string, on = 'item') => {
    const element = view.get(id)
    return element ? [...backwards(element, hopsOf(path), view, [on])].sort() : []
  }
  expect({
    ref: from('o', 'ref lead'),
    owner: from('i', 'owner'),
    owned: from('f', 'owned flow'),
    twice: from('f', 'by step item > owner'),
    by: from('s', 'by step item'),
    wrongKind: from('s', 'by link item'),
    every: from('y', 'every ref formula', 'indicator'),
    name: from('i', 'same name'),
    code: from('k', 'same code'),
    all: from('o', 'all organisation'),
    awaited: from('z', 'awaited', 'indicator'),
  }).toStrictEqual({
    ref: ['i'],
    owner: ['f'],
    owned: ['i'],
    twice: ['i'],
    by: ['i'],
    wrongKind: [],
    every: ['x', 'y'],
    name: ['i', 'j'],
    code: ['j', 'k'],
    all: ['i', 'j', 'k'],
    awaited: ['x'],
  })
})
