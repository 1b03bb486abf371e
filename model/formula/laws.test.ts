import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Environment,
  evaluate,
  type Formula,
  key,
  limits,
  parse,
  print,
  type Rational,
  rational,
  references,
  rename,
  treeEquals,
} from './index.ts'
import { withNames } from './references.ts'
import { aggregates, functions, type Name, type Operator, partsOf, strengths } from './tree.ts'

const trickyNames = [
  '办件量',
  '非',
  '且',
  '其中',
  '求和',
  '如果',
  '说明',
  '同比',
  '3月',
  '95',
  '50万',
  '办结 率',
  'K1.1',
  'a]b',
  ']',
  ']]',
  'a］b',
  '"',
  '“”',
  'ＡＢ',
  '𠮷田',
  '__proto__',
  'constructor',
  '3.5版',
  '5个工作日',
  '#x',
  ' 空 ',
  'a\nb',
]

const nameText = fc.oneof(fc.constantFrom(...trickyNames), fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }))
const name: fc.Arbitrary<Name> = nameText.map(text => ({ type: 'name', name: text }))
const decimal = fc.tuple(fc.nat(9999), fc.constantFrom('', '.5', '.30', '.0'))
const numberText = fc
  .tuple(decimal, fc.constantFrom('', '万', '亿', '万亿'), fc.constantFrom('', '%'))
  .map(([[whole, rest], ...end]) => `${whole}${rest}${end.join('')}`)
const durationText = fc
  .tuple(decimal, fc.constantFrom('工作日', '个工作日', '日', '天', '周', '月', '个月', '年', '小时', '分钟'))
  .map(([[whole, rest], unit]) => `${whole}${rest}${unit}`)
const words = fc.oneof(fc.constantFrom('', '"', '""', '“引”', 'a＂b', '1'), fc.string({ maxLength: 5, unit: 'binary' }))
const leaf: fc.Arbitrary<Formula> = fc.oneof(
  name,
  numberText.map((text): Formula => ({ type: 'number', text })),
  durationText.map((text): Formula => ({ type: 'duration', text })),
  words.map((value): Formula => ({ type: 'string', value })),
)

/** Any tree a formula can have, none of them with a problem. */
const trees = fc.letrec<{ tree: Formula }>(tie => {
  const tree = tie('tree')
  const operators = Object.keys(strengths) as Operator[]
  const calls = fc.constantFrom(...(Object.keys(functions) as (keyof typeof functions)[])).chain(called => {
    const [least, most] = functions[called]
    return fc.array(tree, { minLength: least, maxLength: Math.min(most, 3) }).map((args): Formula => ({ type: 'call', name: called, args }))
  })
  return {
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.record({ type: fc.constant('sign' as const), operator: fc.constantFrom('+' as const, '-' as const), operand: tree }),
      fc.record({ type: fc.constant('not' as const), operand: tree }),
      fc.record({ type: fc.constant('binary' as const), operator: fc.constantFrom(...operators), left: tree, right: tree }),
      fc.record({
        type: fc.constant('among' as const),
        negated: fc.boolean(),
        value: tree,
        members: fc.array(tree, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('empty' as const), negated: fc.boolean(), value: tree }),
      calls,
      fc.record({ type: fc.constant('aggregate' as const), name: fc.constantFrom(...aggregates), argument: tree, condition: tree }),
      fc.record({ type: fc.constant('aggregate' as const), name: fc.constantFrom(...aggregates), argument: tree }),
      fc.record({ type: fc.constant('said' as const), words, names: fc.array(name, { maxLength: 3 }) }),
    ),
  }
}).tree

const runs = { numRuns: 3000 }

/** A formula as somebody types it: pieces of the language in any order. */
const pieces = [
  '甲',
  ' ',
  '[乙 丙]',
  '3',
  '95%',
  '工作日',
  '（',
  '(',
  ')',
  ',',
  '，',
  '+',
  '-',
  '^',
  '÷',
  '≥',
  '属于',
  '非',
  '且',
  '为空',
  '其中',
  '计数',
  '如果',
  '说明',
  '"',
  '”',
  '[',
  ']',
  '.',
  '#',
]
const typed = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('printing', () => {
  test('[C4.10] parse(print(t)) is t', () => {
    fc.assert(
      fc.property(trees, tree => {
        const text = print(tree)
        fc.pre(text.length <= limits.characters)
        const read = parse(text)
        expect(read.problems).toStrictEqual([])
        expect(read.tree && treeEquals(read.tree, tree)).toBe(true)
      }),
      runs,
    )
  })

  test('[C4.10] print(parse(s)) is s for printed s', () => {
    fc.assert(
      fc.property(typed, text => {
        const first = parse(text)
        fc.pre(first.tree !== undefined && first.problems.length === 0)
        const printed = first.tree ? print(first.tree) : ''
        const again = parse(printed)
        expect(again.tree && print(again.tree)).toBe(printed)
      }),
      runs,
    )
  })

  test('[C4.4] the key is the same under every name an element may get, and tells apart what print tells apart', () => {
    fc.assert(
      fc.property(trees, nameText, (tree, other) => {
        const bound = withNames(tree, one => ({ ...one, id: `id ${one.name}` }))
        expect(key(rename(bound, () => other))).toBe(key(bound))
        expect(rename(bound, id => id.slice(3))).toStrictEqual(bound)
      }),
      runs,
    )
    for (const one of [trees, leaf])
      fc.assert(
        fc.property(one, one, (a, b) => {
          expect(key(a) === key(b)).toBe(treeEquals(a, b))
        }),
        runs,
      )
  })
})

describe('parsing', () => {
  test('[C4.9] never throws, gives every problem a place within the text, and one problem per place', () => {
    fc.assert(
      fc.property(typed, text => {
        const { tree, problems } = parse(text)
        for (const { at, length = 0 } of problems) expect(at >= 0 && at + length <= text.length).toBe(true)
        expect(new Set(problems.map(problem => problem.at)).size).toBe(problems.length)
        expect(tree !== undefined || problems.length > 0).toBe(true)
        if (tree) for (const { at } of references(tree)) expect(at).toBeLessThan(text.length)
      }),
      { numRuns: 10_000 },
    )
  })

  test('[C4.9] a tree without a hole and no problem come together', () => {
    const hasHole = (tree: Formula): boolean => tree.type === 'hole' || partsOf(tree).some(hasHole)
    fc.assert(
      fc.property(typed, text => {
        const { tree, problems } = parse(text)
        if (tree && problems.length === 0) expect(hasHole(tree)).toBe(false)
      }),
      runs,
    )
  })
})

/** A fraction never brought to lowest terms, and nothing for an empty field. */
type Slow = readonly [bigint, bigint] | boolean | undefined

/** Thrown where there is no value. */
const noValue = new Error('no value')

type Row = Readonly<Record<string, bigint | undefined>>

/** The meaning of a formula over whole numbers, written down a second time as simply as possible. */
function slow(tree: Formula, rows: readonly Row[], row: Row): Slow {
  const go = (part: Formula): Slow => slow(part, rows, row)
  const fraction = (part: Formula): readonly [bigint, bigint] | undefined => {
    const value = go(part)
    if (typeof value === 'boolean') throw noValue
    return value
  }
  switch (tree.type) {
    case 'number':
      return [BigInt(tree.text), 1n]
    case 'name': {
      const value = row[tree.name]
      return value === undefined ? undefined : [value, 1n]
    }
    case 'sign': {
      const value = fraction(tree.operand)
      return value && [tree.operator === '-' ? -value[0] : value[0], value[1]]
    }
    case 'binary':
      return slowBinary(tree.operator, fraction(tree.left), fraction(tree.right))
    case 'call': {
      const [condition, yes, no] = tree.args
      if (!condition || !yes || !no) throw noValue
      return go(condition) === true ? go(yes) : go(no)
    }
    case 'aggregate': {
      const { argument, condition } = tree
      const chosen = rows.filter(one => condition === undefined || slow(condition, rows, one) === true)
      const values = chosen.flatMap(one =>
        [slow(argument, rows, one)].filter((value): value is readonly [bigint, bigint] => Array.isArray(value)),
      )
      if (tree.name === '计数') return [BigInt(values.length), 1n]
      return values.reduce<readonly [bigint, bigint]>(([a, b], [c, d]) => [a * d + c * b, b * d], [0n, 1n])
    }
    default:
      throw noValue
  }
}

function slowBinary(operator: Operator, left: readonly [bigint, bigint] | undefined, right: readonly [bigint, bigint] | undefined): Slow {
  if (operator === '=') return left === undefined || right === undefined ? left === right : left[0] * right[1] === right[0] * left[1]
  if (operator === '<')
    return left !== undefined && right !== undefined && left[0] * right[1] * left[1] * right[1] < right[0] * left[1] * left[1] * right[1]
  if (left === undefined || right === undefined) return undefined
  const [[a, b], [c, d]] = [left, right]
  if (operator === '+') return [a * d + c * b, b * d]
  if (operator === '-') return [a * d - c * b, b * d]
  if (operator === '*') return [a * c, b * d]
  if (c === 0n) throw noValue
  return [a * d, b * c]
}

const small = fc.integer({ min: 0, max: 12 }).map((value): Formula => ({ type: 'number', text: String(value) }))
const column: fc.Arbitrary<Formula> = fc.constantFrom('甲', '乙').map(one => ({ type: 'name', name: one, id: one }))

/** Arithmetic over whole numbers, with columns of records where `inRecord`. */
const arithmetic = (inRecord: boolean, above: fc.Arbitrary<Formula> = small): fc.Arbitrary<Formula> =>
  fc.letrec<{ sum: Formula; condition: Formula }>(tie => ({
    condition: fc.record({
      type: fc.constant('binary' as const),
      operator: fc.constantFrom('=' as const, '<' as const),
      left: tie('sum'),
      right: tie('sum'),
    }),
    sum: fc.oneof(
      { maxDepth: 3 },
      inRecord ? column : above,
      small,
      fc.record({
        type: fc.constant('binary' as const),
        operator: fc.constantFrom<Operator>('+', '-', '*', '/'),
        left: tie('sum'),
        right: tie('sum'),
      }),
      fc.record({ type: fc.constant('sign' as const), operator: fc.constant('-' as const), operand: tie('sum') }),
      fc.tuple(tie('condition'), tie('sum'), tie('sum')).map((args): Formula => ({ type: 'call', name: '如果', args })),
    ),
  })).sum

const filtered: fc.Arbitrary<Formula> = fc
  .tuple(fc.constantFrom('计数' as const, '求和' as const), column, arithmetic(true), arithmetic(true), fc.constantFrom<Operator>('=', '<'))
  .map(([name, argument, left, right, operator]) => ({
    type: 'aggregate',
    name,
    argument,
    condition: { type: 'binary', operator, left, right },
  }))

const cell = fc.option(fc.bigInt({ min: -20n, max: 20n }), { nil: undefined })

const tableOf = (rows: readonly Row[]): Environment => ({
  sample: () => undefined,
  kindOf: () => 'dataItem',
  indicator: () => ({ missing: [], problems: [] }),
  resourceOf: () => '表',
  records: () =>
    rows.map(row => new Map(Object.entries(row).flatMap(([id, value]) => (value === undefined ? [] : [[id, String(value)] as const])))),
  periodsPerYear: 12,
  period: 1,
})

describe('evaluation', () => {
  test('[C4.6] agrees with a second evaluator that reduces nothing', () => {
    let valued = 0
    fc.assert(
      fc.property(arithmetic(false, filtered), fc.array(fc.record({ 甲: cell, 乙: cell }), { maxLength: 6 }), (tree, rows) => {
        const { value, problems } = evaluate(tree, tableOf(rows))
        let expected: Rational | undefined
        try {
          const found = slow(tree, rows, {})
          if (Array.isArray(found)) expected = rational(found[0], found[1])
        } catch (error) {
          expect(error).toBe(noValue)
        }
        expect(value).toStrictEqual(expected)
        expect(problems.length > 0).toBe(expected === undefined)
        if (value) valued++
      }),
      runs,
    )
    expect(valued).toBeGreaterThan(runs.numRuns / 4)
  })
})
