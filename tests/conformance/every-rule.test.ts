import { describe, expect, test } from 'vitest'
import { analyse, findingsOf } from '#model/analysis/index.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { rules } from '#model/checks/index.ts'
import type { Element } from '#model/schema/element.ts'
import { zhCN } from '../../words/zh-CN/index.ts'
import { samples } from './rule-samples.ts'

const today = '2026-06-30'

const found = (elements: readonly Element[], rule: string) =>
  findingsOf(analyse(lookUp.start(snapshotOf(elements)), today)).filter(one => one.rule === rule)

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const sample = samples[id]

  test('has a sample of each sort, both whole', () => {
    expect(sample).toBeDefined()
    expect(breachesOf(snapshotOf(sample?.bad ?? []))).toStrictEqual([])
    expect(breachesOf(snapshotOf(sample?.good ?? []))).toStrictEqual([])
  })

  test('objects to the bad one and not to the good one', () => {
    expect(found(sample?.bad ?? [], id).length).toBeGreaterThan(0)
    expect(found(sample?.good ?? [], id)).toStrictEqual([])
  })

  test('says what, why and what to do, and its message fills every value it names', () => {
    for (const key of [id, `${id}/why`, `${id}/do`]) expect(zhCN[key], key).toBeTruthy()
    const names = [...(zhCN[id] ?? '').matchAll(/\{(\w+)\}/gu)].map(match => match[1]).filter(name => name !== 'name')
    const [finding] = found(sample?.bad ?? [], id)
    for (const name of names) expect(finding?.values[name ?? ''], name).toBeDefined()
    expect(rule.source).not.toBe('')
  })

  test('is silenced by a waiver until it expires', () => {
    const bad = sample?.bad ?? []
    const [finding] = found(bad, id)
    const waived = (expires: string) =>
      found([...bad, { id: 'waiver', kind: 'waiver', name: '豁免', rule: id, object: finding?.element ?? '', expires }], id)
    const of = (list: ReturnType<typeof found>) => list.find(one => one.element === finding?.element)?.waived
    expect([of(waived('2026-12-31')), of(waived('2026-06-29'))]).toStrictEqual([true, false])
  })
})

test('ids are unique, and every text of a rule belongs to one', () => {
  const ids = rules.map(rule => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  const keys = Object.keys(zhCN).filter(key => key.startsWith('CHK-'))
  for (const key of keys) expect(ids, key).toContain(key.replace(/\/(?:why|do)$/u, ''))
})
