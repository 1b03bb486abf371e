import { describe, expect, test } from 'vitest'
import { bind, type Formula, key, type Meaning, parse, print, references, rename, treeEquals } from './index.ts'
import { withIds } from './with-ids.ts'

function read(text: string): Formula {
  const { tree, problems } = parse(text)
  expect(problems, text).toStrictEqual([])
  if (tree === undefined) throw new Error(text)
  return tree
}

const elements: readonly Meaning[] = [
  { id: 'd1', kind: 'dataItem', name: '资产编号' },
  { id: 'd2', kind: 'dataItem', name: '金额' },
  { id: 'i2', kind: 'indicator', name: '金额' },
  { id: 'i1', kind: 'indicator', name: '规范度' },
]

const codes: Readonly<Record<string, string>> = { 'K1.1': 'i1' }

const resolve = (name: string) => elements.filter(one => one.name === name || one.id === codes[name])

describe('references', () => {
  test('[C4.3, C4.4] distinct, in order, filters and conditions in words included', () =>
    expect(references(read('计数(乙 其中 丙 = 1 且 说明("按期", 丁, 乙)) / 甲 + 乙'))).toStrictEqual([
      { name: '乙', at: 3, inFilter: false },
      { name: '丙', at: 8, inFilter: true },
      { name: '丁', at: 25, inFilter: true },
      { name: '甲', at: 34, inFilter: false },
    ]))

  test('[C4.4] what stands in a filter first and outside later is not in filters alone', () =>
    expect(references(read('计数(甲 其中 乙 = 1) + 乙')).map(({ inFilter }) => inFilter)).toStrictEqual([false, false]))

  test('[C4.4] one element under its name and its code is one operand', () => {
    const { tree } = bind(read('规范度 + [K1.1]'), resolve)
    expect(references(tree)).toStrictEqual([{ name: '规范度', id: 'i1', at: 0, inFilter: false }])
  })
})

describe('binding', () => {
  test('[C4.4] ids where the meaning is certain; several are a problem, none proposes a data item', () => {
    const { tree, problems, unresolved } = bind(read('资产编号 + 金额 + 新数据 + 金额 + 新数据'), resolve)
    expect(references(tree).map(({ id }) => id)).toStrictEqual(['d1', undefined, undefined])
    expect(problems).toStrictEqual([{ code: 'name-ambiguous', at: 7, values: { name: '金额', candidates: ['d2', 'i2'] } }])
    expect(unresolved).toStrictEqual(['新数据'])
  })

  test('[C4.4] a rename shows everywhere and is no difference', () => {
    const { tree } = bind(read('计数(资产编号 其中 资产编号 不为空) * 新数据'), resolve)
    const after = rename(tree, id => (id === 'd1' ? '资产 编码' : undefined))
    expect(print(after)).toBe('计数([资产 编码] 其中 [资产 编码] 不为空) * 新数据')
    expect(key(after)).toBe(key(tree))
    expect(treeEquals(after, tree)).toBe(false)
  })

  test('[C4.4] names inside an error are bound too', () => {
    const { tree } = parse('资产编号 规范度')
    expect(tree && references(bind(tree, resolve).tree).map(({ id }) => id)).toStrictEqual(['d1', 'i1'])
  })

  test('[C4.4] ids stored beside the text come back', () => {
    expect(withIds(read('甲 + 乙'), new Map([['甲', 'd1']]))).toStrictEqual(
      bind(read('甲 + 乙'), name => (name === '甲' ? [{ id: 'd1', kind: 'dataItem', name }] : [])).tree,
    )
  })
})

describe('keys', () => {
  test('[C4.4] blanks, full-width signs and needless parentheses are no difference', () =>
    expect(key(read('（甲÷乙）*100'))).toBe(key(read('甲 / 乙 * 100'))))

  test('[C4.4] a name spelt like an id is not that id', () => {
    const bound = bind(read('甲'), () => [{ id: 'x', kind: 'dataItem', name: '甲' }]).tree
    expect(key(bound)).toBe('[#x]')
    expect(key(read('[#x]'))).not.toBe('[#x]')
  })
})
