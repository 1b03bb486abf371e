import { describe, expect, test } from 'vitest'
import {
  bind,
  type Environment,
  evaluate,
  type Formula,
  key,
  loops,
  parse,
  print,
  type Rational,
  rational,
  readRational,
  references,
  shown,
  units,
} from './index.ts'

/** The tree of a formula without problems. */
function read(text: string): Formula {
  const { tree, problems } = parse(text)
  expect(problems, text).toStrictEqual([])
  if (tree === undefined) throw new Error(text)
  return tree
}

const bound = (text: string): Formula => bind(read(text), name => [{ id: name, kind: 'dataItem', name }]).tree

/** Samples by call as a person writes it. */
function withSamples(
  samples: Readonly<Record<string, string | Rational>>,
  indicators: Readonly<Record<string, Rational>> = {},
): Environment {
  const known = new Map(
    Object.entries(samples).map(([call, value]) => [key(bound(call)), typeof value === 'string' ? readRational(value) : value]),
  )
  return {
    sample: (call, offset) => (offset === 0 ? known.get(call) : undefined),
    kindOf: id => (Object.hasOwn(indicators, id) ? 'indicator' : 'dataItem'),
    indicator: id => ({ ...(indicators[id] ? { value: indicators[id] } : {}), missing: [], problems: [] }),
    resourceOf: () => undefined,
    records: () => undefined,
    periodsPerYear: 12,
    period: 3,
  }
}

function valueOf(
  text: string,
  samples: Parameters<typeof withSamples>[0] = {},
  indicators: Parameters<typeof withSamples>[1] = {},
): string | undefined {
  const { value, missing, problems } = evaluate(bound(text), withSamples(samples, indicators))
  expect([missing, problems]).toStrictEqual([[], []])
  return value && shown(value)
}

const weighted = '0.35*[资产资源规范度]+0.35*[资金财务规范度]+0.30*[交易监督有效度]'
const matched = '计数(资产盘点状态 其中 资产盘点状态="1")/去重计数(资产编号)*100'
const income = '求和(经营性收入)/去重计数(村代码)/1万'

describe('the table of C4', () => {
  test.each([
    [weighted, '0.35 * 资产资源规范度 + 0.35 * 资金财务规范度 + 0.30 * 交易监督有效度', 3],
    [matched, '计数(资产盘点状态 其中 资产盘点状态 = "1") / 去重计数(资产编号) * 100', 2],
    ['计数(资产编号 其中 资产经营方式 属于（“2”，“3”）)', '计数(资产编号 其中 资产经营方式 属于("2", "3"))', 2],
    [
      '计数(公积金公益金提取额 其中 公积金公益金提取额 ÷ 当年净收益 ≥ 30%)',
      '计数(公积金公益金提取额 其中 公积金公益金提取额 / 当年净收益 >= 30%)',
      2,
    ],
    ['计数(合同年应收款 其中 合同年应收款>=应进场标的额标准)', '计数(合同年应收款 其中 合同年应收款 >= 应进场标的额标准)', 2],
    ['计数(处置时间 其中 说明("不晚于触发后 5 个工作日", 处置时间))', '计数(处置时间 其中 说明("不晚于触发后 5 个工作日", 处置时间))', 1],
    [income, '求和(经营性收入) / 去重计数(村代码) / 1万', 2],
    ['a / b', 'a / b', 2],
    ['求和(金额) + 计数(件数)', '求和(金额) + 计数(件数)', 2],
    ['非现金支付率', '非现金支付率', 1],
    ['[办结 率] * (1 + 5%)', '[办结 率] * (1 + 5%)', 1],
    ['-2 ^ 2', '-2 ^ 2', 0],
    ['9 ^ 9 ^ 9', '9 ^ 9 ^ 9', 0],
    ['2 ^ 3 ^ 2', '2 ^ 3 ^ 2', 0],
    ['1 / 3', '1 / 3', 0],
    ['如果(x > 0, 100, 0)', '如果(x > 0, 100, 0)', 1],
    ['同比(办件量)', '同比(办件量)', 1],
    ['1 / 0', '1 / 0', 0],
  ])('[C4.10] %s', (written, printed, operands) => {
    const tree = read(written)
    expect(print(tree)).toBe(printed)
    expect(references(tree)).toHaveLength(operands)
    expect(print(read(printed))).toBe(printed)
  })

  test('[C4.6] the weighted sum from the exact values of its indicators', () => {
    // 95.0641 and 95.8333 are only how the first two are shown.
    const asset = evaluate(bound('0.5 * (1862 / 1960 * 100) + 0.5 * (742 / 780 * 100)'), withSamples({})).value
    const exact = { 资产资源规范度: asset ?? rational(0n), 资金财务规范度: rational(575n, 6n), 交易监督有效度: rational(913n, 10n) }
    expect(Object.values(exact).map(value => shown(value))).toStrictEqual(['95.0641', '95.8333', '91.3'])
    expect(valueOf(weighted, {}, exact)).toBe('94.2041')
  })

  test('[C4.8] 1862 and 1960 give 95', () =>
    expect(valueOf(matched, { '计数(资产盘点状态 其中 资产盘点状态 = "1")': '1862', '去重计数(资产编号)': '1960' })).toBe('95'))

  test('[C4.7] 37 200 000 元 over 60 villages in 万元 is 62 and fits', () => {
    expect(valueOf(income, { '求和(经营性收入)': '37200000', '去重计数(村代码)': '60' })).toBe('62')
    expect(units(bound(income), id => (id === '经营性收入' ? '元' : undefined), '万元')).toStrictEqual([])
  })

  test('[C4.7] a ratio with unit % has its value and a warning that proposes 100', () => {
    expect(valueOf('a / b', { a: '95', b: '100' })).toBe('0.95')
    expect(units(bound('a / b'), () => undefined, '%')).toStrictEqual([{ code: 'ratio-as-percent', at: 0, values: { factor: '100' } }])
    expect(units(bound('a / b'), () => '件', '%')).toStrictEqual([{ code: 'ratio-as-percent', at: 0, values: { factor: '100' } }])
  })

  test('[C4.7] money and a count do not add up', () =>
    expect(units(bound('求和(金额) + 计数(件数)'), id => (id === '金额' ? '元' : '件'))).toStrictEqual([
      { code: 'unit-mismatch', at: 7, values: { left: 'money', right: 'plain' } },
    ]))

  test.each([
    ['-2 ^ 2', '-4'],
    ['2 ^ 3 ^ 2', '512'],
    ['1 / 3', '0.3333'],
  ])('[C4.2] %s is %s', (text, value) => expect(valueOf(text)).toBe(value))

  test.each([
    ['9 ^ 9 ^ 9', 'exponent-out-of-range', 2],
    ['1 / 0', 'division-by-zero', 2],
  ])('[C4.2] %s has no value: %s', (text, code, at) =>
    expect(evaluate(bound(text), withSamples({}))).toStrictEqual({ missing: [], problems: [{ code, at }] }),
  )

  test('[C4.3] 同比 needs the sample of last year', () => {
    const { missing, problems } = evaluate(bound('同比(办件量)'), withSamples({ 办件量: '5' }))
    expect({ missing, problems }).toStrictEqual({ missing: [{ call: '[#办件量]', offset: 12 }], problems: [] })
  })

  test('[C4.5] a filter on another resource, or in words, needs a sample', () => {
    for (const text of [
      '计数(合同年应收款 其中 合同年应收款>=应进场标的额标准)',
      '计数(处置时间 其中 说明("不晚于触发后 5 个工作日", 处置时间))',
    ]) {
      const tables = {
        ...withSamples({}),
        resourceOf: (id: string) => (id === '应进场标的额标准' ? '标准' : '合同'),
        records: () => [new Map()],
      }
      expect(evaluate(bound(text), tables)).toStrictEqual({ missing: [{ call: key(bound(text)), offset: 0 }], problems: [] })
      expect(valueOf(text, { [text]: '22' })).toBe('22')
    }
  })

  test.each([
    ['甲 + ', 'operand-missing', 4],
    ['计数(甲 其中 )', 'condition-missing', 8],
  ])('[C4.9] %s: %s at %i, one operand all the same', (text, code, at) => {
    const { tree, problems } = parse(text)
    expect(problems).toStrictEqual([{ code, at }])
    expect(tree && references(tree)).toHaveLength(1)
  })

  test('a loop is reported once with its path', () => {
    const formulas: Readonly<Record<string, string>> = { A: 'B + 1', B: 'A * 2' }
    expect(loops(['A', 'B'], id => references(read(formulas[id] ?? '0')).map(({ name }) => name))).toStrictEqual([['A', 'B', 'A']])
  })
})
