import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documents } from '#tests/support/arbitraries.ts'
import { build } from '#tests/support/build.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { lookUp } from '../derive/index.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { compareNaturally, dependsOn, type GraphView, usedBy } from './graph.ts'
import { impact } from './impact.ts'
import { trace } from './trace.ts'

const { count } = countCases('trace')

function viewOf(snapshot: Snapshot): GraphView {
  const { lookups } = lookUp.start(snapshot)
  return { get: id => snapshot.get(id), lookups }
}

/** A chain through both legs: business, module, unit, item, data item, requirement, sharing entry, service, resource, system. */
const chain = build(d => {
  const office = d.organisation('县农业农村局')
  const business = d.coreBusiness('三资管理', { lead: office })
  const part = d.module('资产管理', { owner: business })
  const unit = d.unit('资产清查', { owner: part })
  const system = d.system('三资系统', { ownerOrganisation: office })
  d.system('三资智治', { target: true, covers: [part] })
  const resource = d.resource('资产台账', { provider: office, system })
  const datum = d.dataItem('资产编号', { resource })
  const form = d.material('资产登记表', { dataItems: [datum] })
  const item = d.item('年度清查', { owner: unit, lead: office, needs: [datum], materials: [form] })
  const requirement = d.requirement('资产编号需求', { dataItem: datum })
  const service = d.service('资产台账服务', { resource, provider: office })
  d.sharing('资产编号共享', { requirement, service, provider: office, providerSystem: system, consumerOrganisation: office })
  const rate = d.indicator('清查率', { items: [item], formula: { text: '计数(资产编号)', refs: [{ name: '资产编号', id: datum }] } })
  d.indicator('规范度', { formula: { text: '清查率 * 1', refs: [{ name: '清查率', id: rate }] } })
  const flow = d.flow('清查流程', { owner: unit })
  const step = d.step('登记', { owner: flow, type: 'user', organisation: office, item, inputs: [datum], system })
  d.link('登记到登记', { owner: flow, from: step, to: step, data: [datum] })
  d.scene('清查场景', { items: [item], indicators: [rate] })
})

const chainView = viewOf(chain.snapshot)

const said = (steps: readonly { readonly hops: number; readonly via: string; readonly name: string }[]): string[] =>
  steps.map(({ hops, via, name }) => `${hops} ${via} ${name}`)

describe('a chain', () => {
  test('goes down from the business to the system', () => {
    expect(said(trace(chain.id('三资管理'), chainView)?.down ?? [])).toStrictEqual([
      '1 owner 资产管理',
      '2 owner 资产清查',
      '3 owner 年度清查',
      '3 owner 清查流程',
      '4 items 清查率',
      '4 item 登记',
      '4 owner 登记到登记',
      '4 materials 资产登记表',
      '4 needs 资产编号',
      '5 system 三资系统',
      '5 resource 资产台账',
      '5 dataItem 资产编号需求',
      '6 requirement 资产编号共享',
      '7 service 资产台账服务',
    ])
  })

  test('goes up from a datum to everything that rests on it, and ends at the target system', () => {
    expect(said(trace(chain.id('资产编号'), chainView)?.up ?? [])).toStrictEqual([
      '1 needs 年度清查',
      '1 formula 清查率',
      '1 inputs 登记',
      '1 data 登记到登记',
      '1 dataItems 资产登记表',
      '2 items 清查场景',
      '2 owner 清查流程',
      '2 formula 规范度',
      '2 owner 资产清查',
      '3 owner 资产管理',
      '4 covers 三资智治',
      '4 owner 三资管理',
    ])
  })

  test('says where each step comes from', () => {
    const down = trace(chain.id('年度清查'), chainView)?.down ?? []
    expect(down.find(one => one.name === '资产编号需求')?.from).toBe(chain.id('资产编号'))
  })

  test('of nothing is nothing', () => expect(trace('gone', chainView)).toBeUndefined())
})

test('a loop of flows ends', () => {
  const { snapshot, id } = build(d => {
    const office = d.organisation('局')
    const first = d.flow('甲')
    const second = d.flow('乙')
    d.step('去乙', { owner: first, type: 'subflow', organisation: office, subflow: second })
    d.step('回甲', { owner: second, type: 'subflow', organisation: office, subflow: first })
  })
  expect(said(trace(id('甲'), viewOf(snapshot))?.down ?? [])).toStrictEqual(['1 owner 去乙', '2 subflow 乙', '3 owner 回甲'])
})

test('what an element depends on is used by it, and the other way round', () => {
  fc.assert(
    fc.property(documents(), snapshot => {
      count()
      const view = viewOf(snapshot)
      const down = new Set<string>()
      const up = new Set<string>()
      for (const element of snapshot.values()) {
        for (const { to, via } of dependsOn(element, view)) down.add(`${element.id} ${via} ${to}`)
        for (const { to, via } of usedBy(element, view)) up.add(`${to} ${via} ${element.id}`)
      }
      expect(down).toStrictEqual(up)
    }),
    { numRuns },
  )
})

test('b lies below a exactly when a lies above b, as far away; and an impact holds all that lies above', () => {
  fc.assert(
    fc.property(documents(60), snapshot => {
      count()
      const view = viewOf(snapshot)
      const pairs = (direction: 'up' | 'down'): Set<string> => {
        const found = new Set<string>()
        for (const { id } of snapshot.values())
          for (const { element, hops } of trace(id, view)?.[direction] ?? [])
            found.add(direction === 'down' ? `${id} ${hops} ${element}` : `${element} ${hops} ${id}`)
        return found
      }
      expect(pairs('down')).toStrictEqual(pairs('up'))
      for (const { id } of snapshot.values()) {
        const concerned = new Set(impact(id, view)?.elements.map(one => one.element))
        expect((trace(id, view)?.up ?? []).filter(one => !concerned.has(one.element))).toStrictEqual([])
      }
    }),
    { numRuns },
  )
})

test('natural order counts codes, then names, elements without a code last', () => {
  const elements = [
    { id: '1', kind: 'item', name: '丙' },
    { id: '2', kind: 'item', name: '甲', code: 'K10' },
    { id: '3', kind: 'item', name: '乙', code: 'K2' },
    { id: '4', kind: 'item', name: '丁', code: 'K2' },
  ]
  expect(elements.sort(compareNaturally).map(one => one.name)).toStrictEqual(['丁', '乙', '甲', '丙'])
})
