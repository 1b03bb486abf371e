import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../compare/diff.ts'
import { histories } from '#tests/support/arbitraries.ts'
import { build } from '#tests/support/build.ts'
import { countCases, numRuns } from '#tests/support/runs.ts'
import { snapshotOf } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { foldName } from './search/fold-name.ts'
import { search, searchIndex, type SearchOptions } from './search.ts'

const { count } = countCases('search')

const { snapshot } = build(d => {
  const office = d.organisation('示例县农业农村局', { shortName: '县农业农村局' })
  d.item('农村集体资产年度清查登记', { code: 'NY-01', lead: office, note: '每年三月底前完成' })
  d.item('农村集体资产盘点', { code: 'NY-02' })
  d.dataItem('资产', { code: 'DR10' })
  d.dataItem('资产编号', { code: 'DR2', synonyms: ['资产代码', '编码'], english: 'assetNumber' })
  d.dataItem('“三资”信访（件数）', { code: 'DR3', definition: '当年受理的件数' })
  d.indicator('非现金支付率', { formula: { text: '求和(支付金额) / 100' } })
  d.resource('重庆银行绿色信贷台账', { provider: office })
  d.dataItem('方长宽')
  d.placement('资产的位置', {})
})

const index = searchIndex.build(snapshot)
const names = (query: string, options?: SearchOptions): string[] => search(index, query, options).map(hit => hit.name)

describe('a search', () => {
  test('puts the whole name first, then names that begin with it, then names that hold it', () => {
    expect(names('资产')).toStrictEqual(['资产', '资产编号', '农村集体资产盘点', '农村集体资产年度清查登记'])
  })

  test('finds by code, synonym, English name, short name', () => {
    expect(names('dr2')).toStrictEqual(['资产编号'])
    expect(names('ny-0')).toStrictEqual(['农村集体资产年度清查登记', '农村集体资产盘点'])
    expect(names('资产代码')).toStrictEqual(['资产编号'])
    expect(names('assetN')).toStrictEqual(['资产编号'])
    expect(search(index, '县农业农村局')[0]?.in).toBe('alias')
  })

  test('takes no notice of punctuation, width and case', () => {
    expect(names('三资信访件数')).toStrictEqual(['“三资”信访（件数）'])
    expect(names('ＤＲ３')).toStrictEqual(['“三资”信访（件数）'])
  })

  test('finds by pinyin from the beginning of any syllable, and by initials', () => {
    expect(names('zichanbian')).toStrictEqual(['资产编号'])
    expect(names('pandian')).toStrictEqual(['农村集体资产盘点'])
    expect(names('chongqing')).toStrictEqual(['重庆银行绿色信贷台账'])
    expect(names('lvse')).toStrictEqual(['重庆银行绿色信贷台账'])
    expect(names('ncjtzc')).toStrictEqual(['农村集体资产盘点', '农村集体资产年度清查登记'])
    expect(names('angchang')).toStrictEqual([])
    expect(names('fangchang')).toStrictEqual(['方长宽'])
  })

  test('looks into notes, definitions and formulas last', () => {
    expect(search(index, '三月底')[0]).toMatchObject({ name: '农村集体资产年度清查登记', in: 'text' })
    expect(names('支付金额')).toStrictEqual(['非现金支付率'])
    expect(names('件数')).toStrictEqual(['“三资”信访（件数）'])
  })

  test('wants every word, wherever it stands', () => {
    expect(names('资产 盘点')).toStrictEqual(['农村集体资产盘点'])
    expect(names('清查 三月')).toStrictEqual(['农村集体资产年度清查登记'])
    expect(names('zichan ny-01')).toStrictEqual(['农村集体资产年度清查登记'])
    expect(names('资产 没有')).toStrictEqual([])
  })

  test('guesses where nothing fits: a letter wrong or left out, pinyin in part', () => {
    expect(names('农村集体资产盘店')).toContain('农村集体资产盘点')
    expect(names('农业农局')).toStrictEqual(['示例县农业农村局'])
    expect(names('nongcjtzcp')).toStrictEqual(['农村集体资产盘点'])
  })

  test('gives what it is asked for: kinds, a limit, nothing for nothing', () => {
    expect(names('资产', { kinds: ['dataItem'] })).toStrictEqual(['资产', '资产编号'])
    expect(names('资产', { limit: 1 })).toStrictEqual(['资产'])
    expect(names('资产', { limit: 0 })).toStrictEqual([])
    expect(names('  ，。')).toStrictEqual([])
  })

  test('counts like a person where finds are equal', () => {
    const elements = ['K10', 'K9', 'K2'].map((code, index): Element => ({ id: `e${index}`, kind: 'indicator', name: '比率', code }))
    expect(search(searchIndex.build(snapshotOf(elements)), '比率').map(hit => hit.code)).toStrictEqual(['K2', 'K9', 'K10'])
  })

  test('says all it knows of a find', () => {
    expect(search(index, 'dr10')).toStrictEqual([
      { element: 'dataItem-1', kind: 'dataItem', code: 'DR10', name: '资产', in: 'code', score: 980 },
    ])
  })
})

test('keeping the index up to date gives what building it gives', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom('农', '三资', 'n', 'sz', 'nong', 'k-', '值'), ([a, b, c], query) => {
      count()
      const kept = searchIndex.update(searchIndex.update(searchIndex.build(a), diff(a, b)), diff(b, c))
      expect(kept).toStrictEqual(searchIndex.build(c))
      expect(search(kept, query)).toStrictEqual(search(searchIndex.build(c), query))
    }),
    { numRuns },
  )
})

test('whatever its name, an element is found by it', () => {
  fc.assert(
    fc.property(histories, ([document]) => {
      count()
      const index = searchIndex.build(document)
      for (const { id, kind, name } of document.values()) {
        if (kind === 'placement' || kind === 'savedView' || foldName(name) === '') continue
        expect(search(index, name, { limit: 10_000 }).map(hit => hit.element)).toContain(id)
      }
    }),
    { numRuns: Math.min(numRuns, 1000) },
  )
})
