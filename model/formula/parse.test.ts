import { describe, expect, test } from 'vitest'
import { type Formula, limits, parse, print, references } from './index.ts'

const codes = (text: string) => parse(text).problems.map(({ code, at }) => [code, at])

const printed = (text: string): string | undefined => {
  const { tree, problems } = parse(text)
  expect(problems, text).toStrictEqual([])
  return tree && print(tree)
}

const names = (text: string): readonly string[] => {
  const { tree } = parse(text)
  return tree === undefined ? [] : references(tree).map(({ name }) => name)
}

describe('lexis', () => {
  test.each<[string, Formula['type']]>([
    ['非现金支付率', 'name'],
    ['3月办件量', 'name'],
    ['3月', 'duration'],
    ['5个工作日', 'duration'],
    ['0.5小时', 'duration'],
    ['50万', 'number'],
    ['3.5亿', 'number'],
    ['95%', 'number'],
    ['50万元', 'name'],
    ['_x1', 'name'],
    ['3.5版', 'name'],
    ['[K1.1]', 'name'],
    ['[非]', 'name'],
    ['"3月"', 'string'],
    ['𠮷田', 'name'],
    ['求和', 'name'],
  ])('[C4.1] %s is a %s', (text, type) => {
    const { tree, problems } = parse(text)
    expect(problems).toStrictEqual([])
    expect(tree?.type).toBe(type)
  })

  test.each([
    ['计数（甲　其中　甲＝“１”）', '计数(甲 其中 甲 = "１")'],
    ['ＡＢ１＋１．５－９５％', 'AB1 + 1.5 - 95%'],
    ['甲×乙÷丙', '甲 * 乙 / 丙'],
    ['甲≠1 且 乙≤2 或 丙≥3', '甲 <> 1 且 乙 <= 2 或 丙 >= 3'],
    ['［K1.1］', '[K1.1]'],
    ['［Ａ］', '[Ａ]'],
    ['[a]]b]', '[a]]b]'],
    ['[a］b]', '[a］b]'],
    ['"他说""好"""', '"他说""好"""'],
    ['“他说"好"”', '"他说""好"""'],
    ['”1”', '"1"'],
    ['＂a"" b＂', '"a"" b"'],
    ['"a＂b"', '"a＂b"'],
    ['0.30', '0.30'],
  ])('[C4.1] %s prints as %s', (text, expected) => expect(printed(text)).toBe(expected))

  test('[C4.10] positions count UTF-16 units of the text as written', () => {
    const { tree } = parse('“𠮷” = ［𠮷］')
    expect(tree && references(tree)).toStrictEqual([{ name: '𠮷', at: 7, inFilter: false }])
  })
})

describe('operators', () => {
  test.each([
    ['a 或 b 且 非 c = d + e * -f ^ g', 'a 或 (b 且 (非 (c = (d + (e * (-(f ^ g)))))))'],
    ['a - b - c', '(a - b) - c'],
    ['a / b * c', '(a / b) * c'],
    ['a ^ b ^ c', 'a ^ (b ^ c)'],
    ['a ^ -b ^ c', 'a ^ (-(b ^ c))'],
    ['-a ^ b', '-(a ^ b)'],
    ['非 非 a', '非 (非 a)'],
    ['a 属于("1") 且 b 不为空', '(a 属于("1")) 且 (b 不为空)'],
  ])('[C4.2] %s reads as %s', (text, grouped) => {
    expect(printed(grouped)).toBe(text)
    expect(printed(text)).toBe(text)
  })

  test.each([
    '(a + b) * c',
    'a - (b - c)',
    'a / (b / c)',
    '(-a) ^ b',
    '(a ^ b) ^ c',
    '(非 a) = b',
    '(a = b) = c',
    '-(a + b)',
    '(a 为空) 为空',
  ])('[C4.10] %s keeps its parentheses', text => expect(printed(text)).toBe(text))
})

describe('problems', () => {
  test.each<[string, readonly (readonly [string, number])[]]>([
    ['', [['operand-missing', 0]]],
    ['  ', [['operand-missing', 0]]],
    ['甲 = 乙 = 丙', [['comparison-chained', 6]]],
    ['甲 > 1 为空', [['comparison-chained', 6]]],
    ['1 + 非 a', [['operand-missing', 4]]],
    ['(甲 + 乙', [['parenthesis-open', 0]]],
    [
      '取大((1, 2)',
      [
        ['parenthesis-open', 2],
        ['not-expected', 5],
      ],
    ],
    ['甲)', [['not-expected', 1]]],
    ['甲 乙', [['not-expected', 2]]],
    ['95 %', [['not-expected', 3]]],
    ['[甲', [['bracket-open', 0]]],
    ['甲 = "1', [['string-open', 4]]],
    ['[]', [['operand-missing', 0]]],
    ['如果(甲, 1)', [['argument-count', 0]]],
    ['绝对值()', [['argument-count', 0]]],
    ['甲 属于()', [['operand-missing', 6]]],
    ['甲 属于 "1"', [['operand-missing', 5]]],
    ['平均值(甲)', [['function-unknown', 0]]],
    ['说明(甲)', [['argument-count', 0]]],
    ['说明("a", 1)', [['names-only', 0]]],
    ['计数(甲, 乙)', [['not-expected', 4]]],
    [
      '甲 * / 乙 + ',
      [
        ['operand-missing', 4],
        ['operand-missing', 10],
      ],
    ],
    ['甲 # 乙', [['not-expected', 2]]],
  ])('[C4.9] %s', (text, expected) => expect(codes(text)).toStrictEqual(expected))

  test('[C4.9] a faulty part has a length, a missing one has none', () => {
    expect(parse('甲 平均值(乙)').problems).toStrictEqual([{ code: 'not-expected', at: 2, length: 3, values: { text: '平均值' } }])
    expect(parse('甲 +').problems).toStrictEqual([{ code: 'operand-missing', at: 3 }])
  })

  test('[C4.9] reading goes on: names behind an error are operands', () => {
    expect(names('甲 乙 + 丙')).toStrictEqual(['甲', '乙', '丙'])
    expect(names('平均值(甲, 乙) + 丙')).toStrictEqual(['甲', '乙', '丙'])
    expect(names('取大(甲 乙, 丙) / 丁')).toStrictEqual(['甲', '乙', '丙', '丁'])
    expect(names('甲 # 乙')).toStrictEqual(['甲', '乙'])
    expect(names('说明(甲, 乙)')).toStrictEqual(['甲', '乙'])
  })
})

describe('limits', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}甲${')'.repeat(depth)}`

  test('[C4.9] 4,000 characters', () => {
    expect(codes(`甲${'+甲'.repeat(1999)} `)).toStrictEqual([])
    expect(codes(`甲${'+甲'.repeat(1999)}  `)).toStrictEqual([['too-long', limits.characters]])
  })

  test('[C4.9] depth 64, told once', () => {
    expect(codes(nested(64))).toStrictEqual([])
    expect(codes(nested(65))).toStrictEqual([['too-deep', 65]])
    expect(codes(`${'-'.repeat(64)}1`)).toStrictEqual([])
    for (const text of [
      '-'.repeat(3000),
      '非 '.repeat(1300),
      '取大('.repeat(1000),
      '计数('.repeat(1000),
      '2^'.repeat(1500),
      '甲 属于('.repeat(600),
    ])
      expect(codes(text).map(([code]) => code)).toStrictEqual(['too-deep'])
  })

  test('[C4.9] a long sum is not deep', () => expect(printed(`(甲)${' + (甲)'.repeat(300)}`)).toBe(`甲${' + 甲'.repeat(300)}`))

  test('[C4.9] 500 distinct operands', () => {
    const sum = (count: number) => Array.from({ length: count }, (_, at) => `x${at}`).join('+')
    expect(codes(sum(500))).toStrictEqual([])
    expect(codes(`${sum(500)}${'+x1'.repeat(100)}`)).toStrictEqual([])
    expect(codes(sum(501))).toStrictEqual([['too-many-operands', 0]])
  })

  test('[C4.9] rubbish of full length takes no time', () => {
    for (const rubbish of ['#', '甲 ', '("', '）', '计数', '属于', '其中 ', '[', '１．']) {
      const start = performance.now()
      const { tree } = parse(rubbish.repeat(limits.characters / rubbish.length))
      if (tree) references(tree)
      // In milliseconds; a hundred times what it takes, and far below what a quadratic reader would need.
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})
