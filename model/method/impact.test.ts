import { describe, expect, test } from 'vitest'
import { build } from '#tests/support/build.ts'
import { lookUp } from '../derive/index.ts'
import type { GraphView } from './graph.ts'
import { impact } from './impact.ts'

const built = build(d => {
  const county = d.organisation('县')
  const office = d.organisation('农业农村局', { owner: county })
  d.post('经管员', { owner: office })
  const law = d.basis('条例')
  const clause = d.basis('第九条', { owner: law })
  const business = d.coreBusiness('三资管理', { lead: county })
  const part = d.module('资产管理', { owner: business })
  const unit = d.unit('清查', { owner: part })
  const datum = d.dataItem('资产编号')
  const requirement = d.requirement('资产编号需求', { dataItem: datum })
  d.sharing('资产编号共享', { requirement })
  const item = d.item('年度清查', { owner: unit, lead: office, needs: [datum], bases: [clause] })
  const component = d.component('统一身份')
  d.system('智治系统', { target: true, covers: [part], components: [component] })
  d.comment('请核对', { object: item })
  d.placement('图上位置', { element: item })
  d.term('清查', { usedBy: [item] })
})

const { lookups } = lookUp.start(built.snapshot)
const view: GraphView = { get: id => built.snapshot.get(id), lookups }

const ways = (name: string): string[] =>
  (impact(built.id(name), view)?.elements ?? []).map(one => one.path.map(id => built.snapshot.get(id)?.name).join(' > '))

describe('an impact', () => {
  test('of an organisation begins with whoever refers to it or to what it owns', () => {
    expect(ways('县')).toStrictEqual([
      '县 > 三资管理',
      '县 > 农业农村局',
      '县 > 农业农村局 > 年度清查',
      '县 > 农业农村局 > 经管员',
      '县 > 农业农村局 > 年度清查 > 清查',
      '县 > 农业农村局 > 年度清查 > 清查 > 资产管理',
      '县 > 农业农村局 > 年度清查 > 清查 > 资产管理 > 智治系统',
    ])
  })

  test('of a law reaches through its clauses, of a component and a term to who uses them', () => {
    expect(ways('条例').slice(0, 2)).toStrictEqual(['条例 > 第九条', '条例 > 第九条 > 年度清查'])
    expect(ways('统一身份')).toStrictEqual(['统一身份 > 智治系统'])
  })

  test('of a datum takes along its requirement and the entries of that', () => {
    expect(ways('资产编号')).toContain('资产编号 > 资产编号需求 > 资产编号共享')
  })

  test('of an item counts comments on it, but not where it is drawn', () => {
    expect(impact(built.id('年度清查'), view)?.counts).toStrictEqual({
      comment: 1,
      term: 1,
      unit: 1,
      module: 1,
      coreBusiness: 1,
      system: 1,
    })
  })

  test('of nothing is nothing', () => expect(impact('gone', view)).toBeUndefined())
})
