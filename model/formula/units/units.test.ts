import { describe, expect, test } from 'vitest'
import { bind, type Formula, parse, units } from '../index.ts'
import { dimensionOf, readUnit } from './read-unit.ts'

function read(text: string): Formula {
  const { tree, problems } = parse(text)
  expect(problems, text).toStrictEqual([])
  if (tree === undefined) throw new Error(text)
  return bind(tree, name => [{ id: name, kind: 'dataItem', name }]).tree
}

/** Names end in their unit: 金额_元. Names without one have none. */
const stated: ReadonlyMap<string, string> = new Map(
  Object.entries({
    金额: '元',
    收入: '万元',
    投资: '亿元',
    率: '%',
    得分: '分',
    件数: '件',
    人口: '万人',
    户数: '户',
    时长: '天',
    面积: '亩',
    公顷: '公顷',
    产量: '吨',
    斤数: '公斤',
    电量: '千瓦时',
    煤: '吨标准煤',
    长: '米',
  }),
)

const warnings = (text: string, own?: string) =>
  units(read(text), id => stated.get(id), own).map(({ code, at, values }) => ({ code, at, ...values }))

describe('what fits', () => {
  test.each<[string, string?]>([
    ['求和(金额) + 100'],
    ['求和(金额) >= 50万'],
    ['件数 + 户数 * 2 - 率 / 率'],
    ['0.35 * 得分 + 0.65 * 率', '分'],
    ['0.1 * 得分 + 0.9 * 率', '分'],
    ['率 * (1 + 5%)', '%'],
    ['计数(件数) / 计数(户数) * 100', '%'],
    ['计数(件数) * 100 / 计数(户数)', '%'],
    ['100 * (计数(件数) / 计数(户数))', '%'],
    ['计数(件数) / 计数(户数) >= 30%'],
    ['(1 - 计数(件数) / 计数(户数)) * 100', '%'],
    ['求和(金额) / 1万', '万元'],
    ['求和(金额) / 10000', '万元'],
    ['求和(金额) * 0.0001', '万元'],
    ['求和(金额) / 10 ^ 4', '元'],
    ['求和(收入) / 1万', '亿元'],
    ['求和(金额) / 1万 + 收入', '万元'],
    ['求和(金额) / 计数(件数)', '元/件'],
    ['求和(金额) / 面积', '元/亩'],
    ['求和(产量) * 1000 / 求和(面积)', '公斤/亩'],
    ['计数(件数) / 求和(人口)', '件/万人'],
    ['平均(时长) <= 5日'],
    ['平均(时长)', '自然日'],
    ['长 * 长', '平方米'],
    ['取大(时长, 3日)', '天'],
    ['如果(率 > 90, 金额, 0)', '元'],
    ['同比(金额) * 100', '%'],
    ['累计(金额) - 上期(金额)', '元'],
    ['绝对值(金额) + 四舍五入(金额, 2)', '元'],
    ['计数(件数)', '件/月'],
    ['未知 / 别的', '元/人'],
    ['未知 + 金额', '元'],
    ['未知 / 别的 * 100', '%'],
    ['未知 / 3', '%'],
    ['95', '%'],
    ['件数', ' '],
  ])('[C4.7] %s in %s', (text, own) => expect(warnings(text, own)).toStrictEqual([]))
})

describe('what does not fit', () => {
  test.each<[string, string | undefined, Readonly<Record<string, unknown>>]>([
    ['金额 + 件数', undefined, { code: 'unit-mismatch', at: 3, left: 'money', right: 'plain' }],
    ['时长 > 面积', undefined, { code: 'unit-mismatch', at: 3, left: 'time', right: 'length^2' }],
    ['件数 > 30日', undefined, { code: 'unit-mismatch', at: 3, left: 'plain', right: 'time' }],
    ['金额 / 面积', '元', { code: 'unit-mismatch', at: 0, left: 'money/length^2', right: 'money' }],
    ['计数(件数 其中 金额 > 时长)', undefined, { code: 'unit-mismatch', at: 12, left: 'money', right: 'time' }],
    ['取大(金额, 件数)', undefined, { code: 'unit-mismatch', at: 0, left: 'money', right: 'plain' }],
    ['如果(件数 > 1, 金额, 时长)', undefined, { code: 'unit-mismatch', at: 0, left: 'money', right: 'time' }],
    ['电量 + 产量', undefined, { code: 'unit-mismatch', at: 3, left: 'energy', right: 'mass' }],
    ['金额 属于(1, 时长)', undefined, { code: 'unit-mismatch', at: 9, left: 'money', right: 'time' }],
    ['金额 + 收入', undefined, { code: 'unit-scale', at: 3, operator: '/', factor: '10000' }],
    ['投资 - 收入', undefined, { code: 'unit-scale', at: 3, operator: '*', factor: '10000' }],
    ['求和(金额)', '亿元', { code: 'unit-scale', at: 0, operator: '/', factor: '100000000' }],
    ['求和(收入)', '元', { code: 'unit-scale', at: 0, operator: '*', factor: '10000' }],
    ['面积 + 公顷', undefined, { code: 'unit-scale', at: 3, operator: '/', factor: '15' }],
    ['产量 + 斤数', undefined, { code: 'unit-scale', at: 3, operator: '*', factor: '1000' }],
    ['时长 <= 5工作日', undefined, { code: 'unit-scale', at: 3, operator: '/', factor: '1.4' }],
    ['计数(件数)', '万件', { code: 'unit-scale', at: 0, operator: '/', factor: '10000' }],
    ['率 >= 95%', undefined, { code: 'unit-scale', at: 2, operator: '/', factor: '100' }],
    ['计数(件数) / 计数(户数)', '%', { code: 'ratio-as-percent', at: 0, factor: '100' }],
    ['同比(金额)', '%', { code: 'ratio-as-percent', at: 0, factor: '100' }],
    ['95%', '%', { code: 'ratio-as-percent', at: 0, factor: '100' }],
    ['未知 / 别的', '%', { code: 'ratio-as-percent', at: 0, factor: '100' }],
    ['1 - 未知 / 别的', '%', { code: 'ratio-as-percent', at: 0, factor: '100' }],
    ['电量 / 煤', '%', { code: 'unit-scale', at: 0, operator: '/', factor: '81.41' }],
  ])('[C4.7] %s in %s', (text, own, expected) => expect(warnings(text, own)).toStrictEqual([expected]))

  test('[C4.7] every mismatch is told, in the order of the text', () =>
    expect(warnings('(金额 + 件数) * 时长 + (时长 - 面积)').map(({ at }) => at)).toStrictEqual([4, 15, 21]))

  test('[C4.7] powers of powers of units end soon', () => {
    const start = performance.now()
    units(read(`${'('.repeat(30)}收入${' ^ 64)'.repeat(30)}${' * 100'.repeat(500)}`), id => stated.get(id), '元')
    // In milliseconds.
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('reading units', () => {
  test.each([
    ['元', 'money', '1/1'],
    ['万元', 'money', '10000/1'],
    ['亿元', 'money', '100000000/1'],
    ['元/平方米·月', 'money/time/length^2', '12/365'],
    ['元／人', 'money', '1/1'],
    ['㎡', 'length^2', '1/1'],
    ['％', 'plain', '1/100'],
    ['吨标准煤/万元', 'energy/money', '2930760/1'],
    ['万亿元', 'money', '1000000000000/1'],
    ['百分点', 'plain', '1/100'],
    ['百件', 'plain', '100/1'],
    ['千米', 'length', '1000/1'],
    ['人次', 'plain', '1/1'],
    ['constructor', 'plain', '1/1'],
  ])('[C4.7] %s', (text, dimension, scale) => {
    const unit = readUnit(text)
    expect(unit && dimensionOf(unit)).toBe(dimension)
    expect(unit?.scales.map(({ top, bottom }) => `${top}/${bottom}`)).toStrictEqual([scale])
  })

  test('[C4.7] nothing written is no unit', () => expect(readUnit('  ')).toBeUndefined())
})
