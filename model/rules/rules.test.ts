import { describe, expect, test } from 'vitest'
import { lookUp } from '../derive/index.ts'
import { snapshotOf } from '../document/snapshot.ts'
import { buildFacts } from '../method/define-fact.ts'
import { facts } from '../method/facts.ts'
import type { Element } from '../schema/element.ts'
import { asFact, defineRule } from './define-rule.ts'
import { type Finding, ruleFacts } from './index.ts'
import { one } from './sample.ts'

function found(id: string, ...elements: readonly Element[]): readonly Finding[] {
  const known = buildFacts([...facts, ...ruleFacts], lookUp.start(snapshotOf(elements)))
  return [...((known.values.get(id)?.values() ?? []) as Iterable<readonly Finding[]>)].flat()
}

/** The cases and elements a rule found. */
const cases = (id: string, ...elements: readonly Element[]) => found(id, ...elements).map(one => `${one.values['case']} ${one.element}`)

const flow = (...parts: readonly Element[]) => [one('flow', 'f'), ...parts.map(part => ({ ...part, owner: 'f' }))]
const start = one('step', 'a', { type: 'startEvent' })
const end = one('step', 'z', { type: 'endEvent' })
const task = (id: string) => one('step', id, { type: 'userTask' })
const link = (from: string, to: string) => one('link', `${from}${to}`, { from, to })

describe('CHK-L5-DEAD', () => {
  test('a walk from start to end is fine', () =>
    expect(cases('CHK-L5-DEAD', ...flow(start, task('b'), end, link('a', 'b'), link('b', 'z')))).toStrictEqual([]))

  test('no start and no end', () => expect(cases('CHK-L5-DEAD', ...flow(task('b')))).toStrictEqual(['start f', 'end f']))

  test('a step that is not reached, and one that leads nowhere', () =>
    expect(cases('CHK-L5-DEAD', ...flow(start, task('b'), task('c'), end, link('a', 'b'), link('a', 'z'), link('c', 'z')))).toStrictEqual([
      'unreached f',
      'stuck f',
    ]))

  test('a loop needs somebody who decides', () => {
    const gate = one('step', 'g', { type: 'exclusiveGateway' })
    const back = [start, task('b'), end, link('a', 'b'), link('b', 'z')]
    expect(cases('CHK-L5-DEAD', ...flow(...back, task('c'), link('b', 'c'), link('c', 'b')))).toStrictEqual(['loop f'])
    expect(cases('CHK-L5-DEAD', ...flow(...back, gate, link('b', 'g'), link('g', 'b')))).toStrictEqual([])
  })
})

describe('CHK-L7-FORMULA', () => {
  const indicator = (id: string, text: string, ...ids: readonly string[]) =>
    one('indicator', id, { formula: ids.length > 0 ? { text, refs: ids.map(to => ({ name: to, id: to })) } : { text } })

  test('no formula', () => expect(cases('CHK-L7-FORMULA', one('indicator', 'k'))).toStrictEqual(['missing k']))

  test('one that cannot be read, with place and problem', () =>
    expect(found('CHK-L7-FORMULA', indicator('k', '1 + '))[0]?.values).toMatchObject({
      case: 'unreadable',
      at: 5,
      problem: 'operand-missing',
    }))

  test('a name nobody bears, and one that several bear', () => {
    const twins = [one('dataItem', 'n', { name: '金额' }), one('dataItem', 'm', { name: '金额' })]
    expect(cases('CHK-L7-FORMULA', indicator('k', '件数 + 1'))).toStrictEqual(['unknown k'])
    expect(cases('CHK-L7-FORMULA', ...twins, indicator('k', '求和(金额)'))).toStrictEqual(['several k'])
  })

  test('a loop is said once, with its path; who only leads into it is not part of it', () => {
    const loop = [indicator('b', 'c', 'c'), indicator('c', 'b', 'b'), indicator('a', 'b', 'b')]
    expect(found('CHK-L7-FORMULA', ...loop).map(one => [one.element, one.values['path']])).toStrictEqual([['b', 'b → c → b']])
  })
})

describe('CHK-L4-CODE', () => {
  test.each([
    [{ catalogCode: '00013100100' }, 'catalog'],
    [{ catalogCode: '000231001000', itemType: 'administrativeLicence' }, 'type'],
    [{ implementationCode: '123' }, 'implementation'],
    [{ implementationCode: '91110000101623741A4000131001000' }, 'credit'],
    [{ implementationCode: '91110000101623741K4000131001000', catalogCode: '000131001001' }, 'catalogue'],
    [{ handlingCode: '123' }, 'handling'],
    [{ handlingCode: '91110000101623741K400013100100001', implementationCode: '9111010669769418724000131001000' }, 'apart'],
  ])('%j', (fields, which) => expect(cases('CHK-L4-CODE', one('item', 'i', fields))).toStrictEqual([`${which} i`]))
})

test('[C3.2] CROSSNET takes the consumer system of the service where the entry names none', () => {
  const elements = [
    one('system', 'y', { network: 'classifiedIntranet' }),
    one('system', 'x', { network: 'internet' }),
    one('service', 'v', { consumerSystem: 'x' }),
    one('dataItem', 'n', { sourceSystem: 'y' }),
    one('requirement', 'r', { dataItem: 'n' }),
    one('sharing', 'e', { requirement: 'r', service: 'v' }),
  ]
  expect(found('CHK-R1-CROSSNET', ...elements).map(one => one.element)).toStrictEqual(['r'])
})

test('a threshold of the document decides', () => {
  const needs = ['n1', 'n2']
  const elements = [...needs.map(id => one('dataItem', id)), one('item', 'i', { needs })]
  const settings = { thresholds: { itemNeeds: 1 } }
  expect(cases('CHK-L4-GRAN', ...elements)).toStrictEqual([])
  expect(cases('CHK-L4-GRAN', ...elements, one('document', 'd', { settings }))).toStrictEqual(['needs i'])
})

test('a rule that throws becomes one finding and takes nothing down', () => {
  const broken = defineRule({
    id: 'CHK-X-BROKEN',
    severity: 'info',
    step: 'X',
    on: ['item'],
    source: 'test',
    check() {
      throw new Error('bug')
    },
  })
  const known = buildFacts([asFact(broken)], lookUp.start(snapshotOf([one('item', 'i')])))
  expect([...(known.values.get('CHK-X-BROKEN')?.values() ?? [])]).toStrictEqual([
    [{ rule: 'program/rule-failed', severity: 'error', element: 'i', kind: 'item', step: 'X', values: { rule: 'CHK-X-BROKEN' } }],
  ])
})
