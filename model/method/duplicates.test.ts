import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../compare/diff.ts'
import { histories } from '#tests/support/arbitraries.ts'
import { build, type Builder } from '#tests/support/build.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { lookUp } from '../derive/index.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { duplicates } from './duplicates.ts'
import type { GraphView } from './graph.ts'
import { duplicateKeys } from './similar/duplicate-keys.ts'

const { count } = countCases('duplicates')

function viewOf(snapshot: Snapshot): GraphView {
  const { lookups } = lookUp.start(snapshot)
  return { get: id => snapshot.get(id), lookups }
}

/** The groups of a document as `reason score kind: names`. */
function found(make: (builder: Builder) => void): string[] {
  const { snapshot } = build(make)
  return duplicates(viewOf(snapshot)).map(
    ({ kind, reason, score, elements }) =>
      `${reason} ${score.toFixed(2)} ${kind}: ${elements.map(id => snapshot.get(id)?.name).join('、')}`,
  )
}

describe('what may be one and the same', () => {
  test('names that differ in punctuation, width, case and spaces alone', () => {
    expect(
      found(d => {
        d.dataItem('“三资”信访（件数）')
        d.dataItem('三资 信访(件数)')
        d.dataItem('APP版本1.1')
        d.dataItem('ＡＰＰ版本1.1')
        d.dataItem('APP版本11')
      }),
    ).toStrictEqual(['sameName 1.00 dataItem: APP版本1.1、ＡＰＰ版本1.1', 'sameName 1.00 dataItem: “三资”信访（件数）、三资 信访(件数)'])
  })

  test('items of one name are surer within one department; modules of one name below two owners are two', () => {
    expect(
      found(d => {
        const [one, two] = [d.organisation('甲局'), d.organisation('乙局')]
        d.item('信访处理', { lead: one })
        d.item('信访处理', { lead: one })
        d.item('合同备案', { lead: one })
        d.item('合同备案', { lead: two })
        for (const name of ['一号业务', '二号业务']) d.module('综合管理', { owner: d.coreBusiness(name) })
      }),
    ).toStrictEqual(['sameName 1.00 item: 信访处理、信访处理', 'sameName 0.80 item: 合同备案、合同备案'])
  })

  test('names that sound alike, but not short ones', () => {
    expect(
      found(d => {
        d.dataItem('权利人姓名')
        d.dataItem('权力人姓名')
        d.dataItem('登记')
        d.dataItem('等级')
      }),
    ).toStrictEqual(['samePinyin 0.90 dataItem: 权利人姓名、权力人姓名'])
  })

  test('codes that are the same', () => {
    expect(
      found(d => {
        d.item('甲', { code: 'a-1' })
        d.item('乙', { code: 'Ａ-1' })
        d.indicator('丙', { code: 'a-1' })
      }),
    ).toStrictEqual(['sameCode 1.00 item: 甲、乙'])
  })

  test('a synonym that is another name, or that two share', () => {
    expect(
      found(d => {
        d.dataItem('统一社会信用代码', { synonyms: ['信用码'] })
        d.dataItem('信用码')
        d.dataItem('住址', { synonyms: ['地址'] })
        d.dataItem('居住地', { synonyms: ['地址'] })
      }),
    ).toStrictEqual(['synonym 0.95 dataItem: 住址、居住地', 'synonym 0.95 dataItem: 信用码、统一社会信用代码'])
  })

  test('two names for one concept: by a term, a standard data element, an English name', () => {
    expect(
      found(d => {
        d.term('集体经济组织', { synonyms: ['村社', '合作社'] })
        d.item('村社登记')
        d.item('集体经济组织登记')
        d.dataItem('法人代码', { identifier: 'DE0001' })
        d.dataItem('单位编号', { identifier: 'de0001' })
        d.dataItem('期限', { english: 'timeLimit' })
        d.dataItem('时限', { english: 'time limit' })
      }),
    ).toStrictEqual([
      'twoNames 0.95 dataItem: 单位编号、法人代码',
      'twoNames 0.90 item: 村社登记、集体经济组织登记',
      'twoNames 0.85 dataItem: 时限、期限',
    ])
  })

  test('a synonym of two terms prefers neither, and a term that contains its synonym stands', () => {
    expect(
      found(d => {
        d.term('省平台', { synonyms: ['平台'] })
        d.term('甲系统', { synonyms: ['系统'] })
        d.term('乙系统', { synonyms: ['系统'] })
        d.item('省平台对接')
        d.item('系统对接')
        d.item('甲系统对接')
      }),
    ).toStrictEqual(['synonym 0.95 term: 乙系统、甲系统'])
  })

  test('one datum with two authoritative resources (一数一源)', () => {
    expect(
      found(d => {
        const office = d.organisation('局')
        const [one, two] = [d.resource('台账', { provider: office }), d.resource('登记簿', { provider: office })]
        d.dataItem('资产编号', { resource: one })
        d.dataItem('资产编号', { resource: two })
        d.dataItem('资产编号')
      }),
    ).toStrictEqual(['sameName 1.00 dataItem: 资产编号、资产编号、资产编号', 'twoSources 1.00 dataItem: 资产编号、资产编号'])
  })
})

describe('names that are near', () => {
  test('items count within a department and across on one basis', () => {
    expect(
      found(d => {
        const [one, two] = [d.organisation('甲局'), d.organisation('乙局')]
        const law = d.basis('条例')
        d.item('农村集体资产清查登记', { lead: one })
        d.item('农村集体资产清查登记工作', { lead: one })
        d.item('农村集体资产清查登记办理', { lead: two })
        d.item('村级工程建设项目审批', { lead: one, bases: [law] })
        d.item('村级工程建设项目审批表', { lead: two, bases: [law] })
      }),
    ).toStrictEqual([
      'nearName 0.95 item: 村级工程建设项目审批、村级工程建设项目审批表',
      'nearName 0.90 item: 农村集体资产清查登记、农村集体资产清查登记工作',
    ])
  })

  test('data items count across resources, not in one table', () => {
    expect(
      found(d => {
        const office = d.organisation('局')
        const [one, two] = [d.resource('甲表', { provider: office }), d.resource('乙簿', { provider: office })]
        d.dataItem('法定代表人证件种类', { resource: one })
        d.dataItem('法定代表人证件种类名', { resource: one })
        d.dataItem('统一社会信用代码', { resource: one })
        d.dataItem('统一社会信用代码证', { resource: two })
      }),
    ).toStrictEqual(['nearName 0.93 dataItem: 统一社会信用代码、统一社会信用代码证'])
  })

  test('numbers and letters that are opposites tell names apart', () => {
    expect(
      found(d => {
        for (const name of ['2021年度预算收入', '2022年度预算收入', '第一季度办结件数', '第二季度办结件数']) d.dataItem(name)
        for (const name of ['申请人证件种类', '被申请人证件种类', '按时办结事项数', '按时办结事项率']) d.dataItem(name)
      }),
    ).toStrictEqual([])
  })
})

test('kinds and threshold can be chosen', () => {
  const { snapshot } = build(d => {
    d.dataItem('资产')
    d.dataItem('资产')
    d.system('农村集体资产平台')
    d.system('农村集体资金平台')
  })
  const view = viewOf(snapshot)
  expect(duplicates(view, { kinds: ['system'] })).toStrictEqual([])
  expect(duplicates(view, { kinds: ['system'], threshold: 0.6 }).map(group => group.reason)).toStrictEqual(['nearName'])
})

test('keys kept up to date are the keys built anew, and give the same groups', () => {
  fc.assert(
    fc.property(histories, ([a, b, c]) => {
      count()
      const kept = duplicateKeys.update(duplicateKeys.update(duplicateKeys.build(a), diff(a, b)), diff(b, c))
      expect([...kept].sort()).toStrictEqual([...duplicateKeys.build(c)].sort())
      expect(duplicates(viewOf(c), { keys: kept })).toStrictEqual(duplicates(viewOf(c)))
    }),
    { numRuns },
  )
})
