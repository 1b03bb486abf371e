import { describe, expect, test } from 'vitest'
import { bind, type Environment, type Evaluation, evaluate, type Formula, parse, rational, readRational, shown } from '../index.ts'

function read(text: string): Formula {
  const { tree, problems } = parse(text)
  expect(problems, text).toStrictEqual([])
  if (tree === undefined) throw new Error(text)
  return bind(tree, name => (name === '没有' ? [] : [{ id: name, kind: 'dataItem', name }])).tree
}

type Row = Readonly<Record<string, string>>

interface Setting {
  /** By name, the present period first. */
  readonly samples?: Readonly<Record<string, readonly string[]>>
  readonly rows?: readonly Row[]
  readonly indicators?: Readonly<Record<string, Evaluation>>
  readonly period?: number
  readonly periodsPerYear?: number
}

/** Data items stand in the resource 表, but those named 外… in another. */
function environment({ samples = {}, rows, indicators = {}, period = 3, periodsPerYear = 12 }: Setting): Environment {
  const known = new Map(Object.entries(samples).map(([name, values]) => [name.includes('(') ? name : `[#${name}]`, values]))
  const records = rows?.map(row => new Map(Object.entries(row)))
  return {
    sample: (call, offset) => readRational(known.get(call)?.[offset] ?? ''),
    kindOf: id => (Object.hasOwn(indicators, id) ? 'indicator' : 'dataItem'),
    indicator: id => indicators[id] ?? { missing: [], problems: [] },
    resourceOf: id => (id.startsWith('外') ? '外表' : '表'),
    records: resource => (resource === '表' ? records : undefined),
    periodsPerYear,
    period,
  }
}

const run = (text: string, setting: Setting = {}) => evaluate(read(text), environment(setting))

function worth(text: string, setting: Setting = {}): string | undefined {
  const { value, missing, problems } = run(text, setting)
  expect([missing, problems], text).toStrictEqual([[], []])
  return value && shown(value)
}

const codes = (text: string, setting: Setting = {}) => run(text, setting).problems.map(({ code, at }) => [code, at])

describe('numbers', () => {
  test.each([
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 * 3', '1'],
    ['50万 / 1亿', '0.005'],
    ['95%', '0.95'],
    ['2 ^ -2', '0.25'],
    ['0 ^ 0', '1'],
    ['--2', '2'],
    ['绝对值(-3.5)', '3.5'],
    ['四舍五入(2.345, 2)', '2.35'],
    ['四舍五入(-2.5)', '-3'],
    ['四舍五入(1250, -2)', '1300'],
    ['取大(1, 3, 2)', '3'],
    ['取小(1, -3, 2)', '-3'],
    ['如果(1 < 2 且 非 2 < 1, 7, 8)', '7'],
    ['如果(1 = 2 或 1 <> 1, 7, 8)', '8'],
    ['如果("a" 属于("b", "a"), 1, 0)', '1'],
    ['如果(1 不属于(1, 2), 1, 0)', '0'],
    ['如果("" 为空, 1, 0)', '1'],
  ])('[C4.2, C4.3] %s is %s', (text, value) => expect(worth(text)).toBe(value))

  test.each([
    ['2 ^ 65', 'exponent-out-of-range', 2],
    ['2 ^ 0.5', 'exponent-out-of-range', 2],
    ['0 ^ -1', 'division-by-zero', 2],
    ['(10 ^ 64) ^ 16', 'value-too-long', 10],
    ['9'.repeat(1001), 'value-too-long', 0],
    ['四舍五入(1, 0.5)', 'argument-out-of-range', 8],
    ['1 + "a"', 'not-a-number', 4],
    ['1 > "a"', 'not-a-number', 2],
    ['1 > 0', 'not-a-number', 2],
    ['如果(1, 2, 3)', 'not-a-condition', 3],
    ['"" * 2 + 1', 'not-a-number', 7],
  ])('[C4.2] %s has no value: %s at %i', (text, code, at) => expect(codes(text)).toStrictEqual([[code, at]]))

  test('[C4.2] 1,000 digits are still a value', () => expect(run('9'.repeat(1000)).value).toStrictEqual(rational(10n ** 1000n - 1n)))

  test('[C4.2] what is not chosen does not count, nor what no longer decides', () => {
    expect(worth('如果(1 > 0, 1, 1 / 0)')).toBe('1')
    expect(worth('如果(1 > 2 且 1 / 0 > 1, 1, 2)')).toBe('2')
    expect(worth('如果(1 < 2 或 1 / 0 > 1, 1, 2)')).toBe('1')
  })
})

describe('durations', () => {
  test.each([
    ['3日 < 4日', true],
    ['12月 = 1年', true],
    ['12个月 = 1年', true],
    ['24小时 = 1日', true],
    ['60分钟 = 1小时', true],
    ['5工作日 = 7日', true],
    ['5个工作日 <= 1周', true],
    ['30日 < 1月', true],
    ['31日 > 1月', true],
    ['1年 + 6月 > 17月', true],
    ['2 * 15日 = 30日', true],
    ['1年 / 1月 = 12', true],
    ['取大(3日, 1周) = 7日', true],
    ['2日 = 48', false],
  ])('[C4.1] %s: %s', (text, truth) => expect(worth(`如果(${text}, 1, 0)`)).toBe(truth ? '1' : '0'))

  test('[C4.1] a plain number beside a duration counts in its unit', () => {
    const setting = { samples: { 办理时长: ['5'] } }
    expect(worth('如果(办理时长 <= 5工作日, 1, 0)', setting)).toBe('1')
    expect(worth('如果(办理时长 < 5工作日, 1, 0)', setting)).toBe('0')
  })

  test('[C4.1] records may hold durations', () =>
    expect(worth('计数(时长 其中 时长 <= 5工作日)', { rows: [{ 时长: '7日' }, { 时长: '8日' }, { 时长: '5' }] })).toBe('2'))
})

describe('samples', () => {
  test('[C4.8] what has neither sample nor records is missing, once, and all of it', () => {
    const { missing, problems, value } = run('计数(甲) / 求和(乙) + 计数(甲) + 没有')
    expect(missing).toStrictEqual([
      { call: '计数([#甲])', offset: 0 },
      { call: '求和([#乙])', offset: 0 },
      { call: '没有', offset: 0 },
    ])
    expect([problems, value]).toStrictEqual([[], undefined])
  })

  test('[C4.8] a condition that is missing still tells what its branches miss, but not what is wrong with them', () => {
    const { missing, problems } = run('如果(甲 > 1 且 丁 > 0, 乙, 丙 + 1 / 0)')
    expect(missing.map(({ call }) => call)).toStrictEqual(['[#甲]', '[#丁]', '[#乙]', '[#丙]'])
    expect(problems).toStrictEqual([])
  })

  test('[C4.8] a sample goes before records', () =>
    expect(worth('计数(甲)', { samples: { '计数([#甲])': ['5'] }, rows: [{ 甲: 'x' }] })).toBe('5'))

  test('[C4.8] a sample of more than 1,000 digits is none', () =>
    expect(codes('甲', { samples: { 甲: ['9'.repeat(1001)] } })).toStrictEqual([['value-too-long', 0]]))
})

describe('records', () => {
  const rows: readonly Row[] = [
    { 编号: 'A1', 状态: '1', 金额: '10', 标准: '9' },
    { 编号: 'A2', 状态: '01', 金额: '9', 标准: '10' },
    { 编号: 'A2', 状态: '2', 金额: '0.5' },
    { 编号: 'A3', 状态: '', 金额: '', 标准: '1' },
  ]

  test.each([
    ['计数(编号)', '4'],
    ['去重计数(编号)', '3'],
    ['计数(金额)', '3'],
    ['求和(金额)', '19.5'],
    ['平均(金额)', '6.5'],
    ['最大(金额)', '10'],
    ['最小(金额)', '0.5'],
    ['计数(编号 其中 状态 = "1")', '1'],
    ['计数(编号 其中 状态 = 1)', '2'],
    ['计数(编号 其中 状态 <> "1")', '3'],
    ['计数(编号 其中 状态 属于("1", "2"))', '2'],
    ['计数(编号 其中 状态 不属于("1", "2"))', '2'],
    ['计数(编号 其中 状态 为空)', '1'],
    ['计数(编号 其中 状态 = "")', '1'],
    ['计数(编号 其中 标准 不为空)', '3'],
    ['计数(编号 其中 金额 >= 标准)', '1'],
    ['计数(编号 其中 金额 < 标准)', '1'],
    ['计数(编号 其中 编号 > "A1")', '3'],
    ['求和(金额 * 标准)', '180'],
    ['计数(编号 其中 标准 不为空 且 金额 / 标准 >= 30%)', '2'],
    ['计数(编号 其中 金额 > 平均(金额))', '2'],
    ['求和(如果(状态 = "1", 金额, 0))', '10'],
    ['计数(编号 其中 取大(金额, 标准) = 10)', '2'],
  ])('[C4.5] %s is %s', (text, value) => expect(worth(text, { rows })).toBe(value))

  test('[C4.5] of no records there is a count and a sum, but no mean and no largest', () => {
    expect(worth('计数(编号) + 求和(金额)', { rows: [] })).toBe('0')
    expect(codes('平均(金额) + 最大(金额)', { rows: [] })).toStrictEqual([
      ['no-values', 0],
      ['no-values', 9],
    ])
  })

  test('[C4.5] what is wrong in every record is told once', () =>
    expect(codes('计数(编号 其中 1 / 0 > 金额) + 求和(编号)', { rows })).toStrictEqual([
      ['division-by-zero', 11],
      ['not-a-number', 23],
    ]))

  test('[C4.5] a filter on another resource or in words needs a sample; text that looks like words does not', () => {
    for (const text of ['计数(编号 其中 外值 = "1")', '计数(编号 其中 非 说明("按期", 编号))', '计数(没有)'])
      expect(run(text, { rows }).missing).toHaveLength(1)
    expect(worth('计数(编号 其中 状态 <> "说明(")', { rows })).toBe('4')
  })

  test('[C4.5] an indicator in a filter is no other resource', () =>
    expect(worth('计数(编号 其中 金额 > 线)', { rows, indicators: { 线: { value: rational(5n), missing: [], problems: [] } } })).toBe('2'))

  test('[C4.3] records are of the present period only', () =>
    expect(run('上期(计数(编号))', { rows }).missing).toStrictEqual([{ call: '计数([#编号])', offset: 1 }]))

  test('names that every object has are names', () =>
    expect(worth('计数(constructor) + 计数(toString)', { rows: [{ constructor: 'x' }] })).toBe('1'))
})

describe('other indicators', () => {
  test('[C4.6] their exact value, what they miss, and their problems at the place of their name', () => {
    const indicators: Record<string, Evaluation> = {
      好: { value: rational(1n, 3n), missing: [], problems: [] },
      缺: { missing: [{ call: '计数([#x])', offset: 0 }], problems: [] },
      坏: { missing: [], problems: [{ code: 'division-by-zero', at: 40 }] },
    }
    expect(worth('好 * 3', { indicators })).toBe('1')
    expect(run('好 + 缺', { indicators }).missing).toStrictEqual([{ call: '计数([#x])', offset: 0 }])
    expect(run('好 + 坏', { indicators }).problems).toStrictEqual([
      { code: 'division-by-zero', at: 4, length: 1, values: { indicator: '坏' } },
    ])
  })
})

describe('periods', () => {
  const monthly = { samples: { 甲: Array.from({ length: 30 }, (_, offset) => String(100 - offset)) } }

  test.each([
    ['上期(甲)', '99'],
    ['上期(甲, 0)', '100'],
    ['上期(甲, 5)', '95'],
    ['上期(上期(甲))', '98'],
    ['环比(甲)', '0.0101'],
    ['同比(甲)', '0.1364'],
    ['同比(甲) * 100', '13.6364'],
    ['累计(甲)', '297'],
    ['上期(累计(甲), 3)', '1098'],
    ['同比(累计(甲))', '0.1379'],
    ['累计(甲 * 2)', '594'],
  ])('[C4.3] %s in March is %s', (text, value) => expect(worth(text, monthly)).toBe(value))

  test('[C4.3] the year before depends on the period of the indicator', () => {
    expect(worth('同比(甲)', { ...monthly, periodsPerYear: 4 })).toBe('0.0417')
    expect(worth('累计(甲)', { ...monthly, periodsPerYear: 1, period: 1 })).toBe('100')
    expect(worth('累计(甲)', { ...monthly, period: 1 })).toBe('100')
  })

  test('[C4.3] every period that is missing is told', () => {
    expect(run('累计(甲)', { samples: { 甲: ['1'] } }).missing.map(({ offset }) => offset)).toStrictEqual([1, 2])
    expect(run('同比(甲)').missing.map(({ offset }) => offset)).toStrictEqual([0, 12])
  })

  test('[C4.3] what began at nothing did not grow', () =>
    expect(codes('环比(甲)', { samples: { 甲: ['1', '0'] } })).toStrictEqual([['division-by-zero', 0]]))

  test.each(['上期(甲, 1001)', '上期(甲, -1)', '上期(甲, 0.5)'])('[C4.3] %s is out of range', text =>
    expect(codes(text, monthly).map(([code]) => code)).toStrictEqual(['argument-out-of-range']),
  )

  test('[C4.9] sums over sums of days of a year end soon', () => {
    const daily = { samples: { 甲: Array<string>(3000).fill('1') }, periodsPerYear: 365, period: 365 }
    const start = performance.now()
    const nested = (call: string, depth: number, inner: string) => call.repeat(depth) + inner + ')'.repeat(depth)
    run(nested('累计(', 60, '甲'), daily)
    run(nested('同比(', 60, '甲'), daily)
    expect(worth(nested('累计(', 2, '甲'), daily)).toBe(String((365 * 366) / 2))
    run(`${'累计(如果(没有 > 1, '.repeat(20)}甲${', 甲))'.repeat(20)}`, daily)
    // In milliseconds. Without memory the first alone would take longer than the universe is old.
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
