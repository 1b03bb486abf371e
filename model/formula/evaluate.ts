import type { Problem } from './problems.ts'
import {
  compare,
  isTooLong,
  minus,
  one,
  over,
  plus,
  power,
  type Rational,
  rational,
  readRational,
  rounded,
  times,
  zero,
} from './rational.ts'
import { key, references } from './references.ts'
import type { Aggregate, Formula, Name } from './tree.ts'

/** One record of a resource: data item id to its text; absent means empty. */
export type SampleRecord = ReadonlyMap<string, string>

/** What a formula is evaluated with. Periods count backwards: offset 0 is this one, 1 the one before. Source: contracts C4.3, C4.8. */
export interface Environment {
  /** The sample of an aggregate call, or of a data item that stands alone; by `key` of its tree. */
  readonly sample: (call: string, offset: number) => Rational | undefined
  readonly kindOf: (id: string) => 'dataItem' | 'indicator' | undefined
  readonly indicator: (id: string, offset: number) => Evaluation
  readonly resourceOf: (dataItem: string) => string | undefined
  readonly records: (resource: string) => readonly SampleRecord[] | undefined
  /** Periods of the indicator in a year, and which one this is, counted from 1. */
  readonly periodsPerYear: number
  readonly period: number
}

/** What has neither a sample nor records. That is no error. */
export interface Missing {
  readonly call: string
  readonly offset: number
}

export interface Evaluation {
  /** Absent when something is missing or wrong. */
  readonly value?: Rational
  readonly missing: readonly Missing[]
  readonly problems: readonly Problem[]
}

type Value =
  | { readonly type: 'number'; readonly number: Rational }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'truth'; readonly truth: boolean }
  | { readonly type: 'nothing' }

interface Run {
  readonly environment: Environment
  readonly offset: number
  /** The record a condition is asked of. */
  readonly record?: SampleRecord
  readonly missing: Missing[]
  readonly problems: Problem[]
}

/** The exact value of a formula, in the unit of its indicator: 95 with unit % is 95 %. Source: contracts C4.6. */
export function evaluate(tree: Formula, environment: Environment, offset = 0): Evaluation {
  const run: Run = { environment, offset, missing: [], problems: [] }
  const value = numberOf(tree, run)
  const { missing, problems } = run
  return value === undefined || missing.length > 0 || problems.length > 0 ? { missing, problems } : { value, missing, problems }
}

function fail(run: Run, code: Problem['code'], tree: Formula): undefined {
  run.problems.push({ code, at: tree.at ?? 0 })
  return undefined
}

function numberOf(tree: Formula, run: Run): Rational | undefined {
  const value = valueOf(tree, run)
  if (value === undefined) return undefined
  if (value.type === 'number') return value.number
  const number = value.type === 'text' ? readRational(value.text) : undefined
  return number ?? fail(run, 'not-a-number', tree)
}

function truthOf(tree: Formula, run: Run): boolean | undefined {
  const value = valueOf(tree, run)
  if (value === undefined) return undefined
  return value.type === 'truth' ? value.truth : fail(run, 'not-a-condition', tree)
}

const number = (value: Rational | undefined): Value | undefined => value && { type: 'number', number: value }

const truth = (value: boolean | undefined): Value | undefined => (value === undefined ? undefined : { type: 'truth', truth: value })

function valueOf(tree: Formula, run: Run): Value | undefined {
  switch (tree.type) {
    case 'number':
      return number(readRational(tree.text))
    case 'duration':
      return number(durationDays(tree.text))
    case 'string':
      return { type: 'text', text: tree.value }
    case 'name':
      return named(tree, run)
    case 'sign': {
      const value = numberOf(tree.operand, run)
      return number(value && (tree.operator === '-' ? minus(zero, value) : value))
    }
    case 'not': {
      const value = truthOf(tree.operand, run)
      return truth(value === undefined ? undefined : !value)
    }
    case 'binary':
      return binary(tree, run)
    case 'among':
      return among(tree, run)
    case 'empty': {
      const value = valueOf(tree.value, run)
      return truth(value && (value.type === 'nothing' || (value.type === 'text' && value.text === '')) !== tree.negated)
    }
    case 'call':
      return called(tree, run)
    case 'aggregate':
      return number(aggregated(tree, run))
    case 'said':
      return miss(tree, run)
    case 'hole':
      return fail(run, 'operand-missing', tree)
  }
}

function miss(tree: Formula, run: Run): undefined {
  run.missing.push({ call: key(tree), offset: run.offset })
  return undefined
}

function named(tree: Name, run: Run): Value | undefined {
  const { environment, offset, record } = run
  if (tree.id === undefined) return miss(tree, run)
  if (environment.kindOf(tree.id) === 'indicator') {
    const { value, missing, problems } = environment.indicator(tree.id, offset)
    run.missing.push(...missing)
    run.problems.push(...problems)
    return number(value)
  }
  if (record) {
    const text = record.get(tree.id)
    return text === undefined || text === '' ? { type: 'nothing' } : { type: 'text', text }
  }
  return number(environment.sample(key(tree), offset)) ?? miss(tree, run)
}

const days: { readonly [word: string]: readonly [bigint, bigint] } = {
  工作日: [1n, 1n],
  日: [1n, 1n],
  天: [1n, 1n],
  周: [7n, 1n],
  月: [30n, 1n],
  年: [365n, 1n],
  小时: [1n, 24n],
  分钟: [1n, 1440n],
}

/** Durations compare in days; a month counts 30, a year 365. */
function durationDays(text: string): Rational | undefined {
  const match = /^([\d.]+)(\D+)$/u.exec(text)
  const [top, bottom] = days[match?.[2] ?? ''] ?? [1n, 1n]
  const value = readRational(match?.[1] ?? '')
  return value && times(value, rational(top, bottom))
}

function binary(tree: Extract<Formula, { type: 'binary' }>, run: Run): Value | undefined {
  switch (tree.operator) {
    case '或':
    case '且': {
      const [left, right] = [truthOf(tree.left, run), truthOf(tree.right, run)]
      return left === undefined || right === undefined ? undefined : truth(tree.operator === '且' ? left && right : left || right)
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return truth(compared(tree, run))
    default:
      return number(calculated(tree, run))
  }
}

function compared(tree: Extract<Formula, { type: 'binary' }>, run: Run): boolean | undefined {
  const [left, right] = [valueOf(tree.left, run), valueOf(tree.right, run)]
  if (left === undefined || right === undefined) return undefined
  if (left.type === 'nothing' || right.type === 'nothing')
    return (left.type === right.type) === (tree.operator === '=') && (tree.operator === '=' || tree.operator === '<>')
  const order = ordered(left, right)
  switch (tree.operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

/** As numbers where both are, else as texts. */
function ordered(left: Value, right: Value): number {
  const [a, b] = [asNumber(left), asNumber(right)]
  if (a && b && (left.type === 'number' || right.type === 'number')) return compare(a, b)
  const [x, y] = [asText(left), asText(right)]
  return x < y ? -1 : x > y ? 1 : 0
}

const asNumber = (value: Value): Rational | undefined =>
  value.type === 'number' ? value.number : value.type === 'text' ? readRational(value.text) : undefined

const asText = (value: Value): string =>
  value.type === 'text' ? value.text : value.type === 'number' ? `${value.number.top}/${value.number.bottom}` : String(value.type)

function calculated(tree: Extract<Formula, { type: 'binary' }>, run: Run): Rational | undefined {
  const [left, right] = [numberOf(tree.left, run), numberOf(tree.right, run)]
  if (left === undefined || right === undefined) return undefined
  const value = combined(tree, left, right, run)
  return value && isTooLong(value) ? fail(run, 'value-too-long', tree) : value
}

function combined(tree: Extract<Formula, { type: 'binary' }>, left: Rational, right: Rational, run: Run): Rational | undefined {
  switch (tree.operator) {
    case '+':
      return plus(left, right)
    case '-':
      return minus(left, right)
    case '*':
      return times(left, right)
    case '/':
      return over(left, right) ?? fail(run, 'division-by-zero', tree)
    default: {
      if (right.bottom !== 1n || right.top > 64n || right.top < -64n) return fail(run, 'exponent-out-of-range', tree)
      return power(left, Number(right.top)) ?? fail(run, 'division-by-zero', tree)
    }
  }
}

function among(tree: Extract<Formula, { type: 'among' }>, run: Run): Value | undefined {
  const value = valueOf(tree.value, run)
  const members = tree.members.map(member => valueOf(member, run))
  if (value === undefined || members.includes(undefined)) return undefined
  const found =
    value.type !== 'nothing' && members.some(member => member !== undefined && member.type !== 'nothing' && ordered(value, member) === 0)
  return truth(found !== tree.negated)
}

function called(tree: Extract<Formula, { type: 'call' }>, run: Run): Value | undefined {
  const [first, second, third] = tree.args
  if (first === undefined) return fail(run, 'argument-count', tree)
  switch (tree.name) {
    case '如果': {
      const condition = truthOf(first, run)
      const chosen = condition === undefined ? undefined : condition ? second : third
      return chosen && valueOf(chosen, run)
    }
    case '取大':
    case '取小': {
      const values = tree.args.map(arg => numberOf(arg, run))
      if (values.includes(undefined)) return undefined
      const sign = tree.name === '取大' ? 1 : -1
      return number((values as Rational[]).reduce((best, value) => (compare(value, best) * sign > 0 ? value : best)))
    }
    case '绝对值': {
      const value = numberOf(first, run)
      return number(value && (value.top < 0n ? minus(zero, value) : value))
    }
    case '四舍五入': {
      const value = numberOf(first, run)
      const places = second === undefined ? zero : numberOf(second, run)
      if (value === undefined || places === undefined) return undefined
      return places.bottom === 1n && places.top <= 64n && places.top >= -64n
        ? number(rounded(value, Number(places.top)))
        : fail(run, 'exponent-out-of-range', tree)
    }
    default:
      return number(ofPeriods(tree, first, second, run))
  }
}

/** The same formula so many periods earlier. */
const earlier = (tree: Formula, run: Run, by: number): Rational | undefined => numberOf(tree, { ...run, offset: run.offset + by })

/** 同比, 环比: ratios, not percent; 累计: the sum since 1 January. Source: contracts C4.3. */
function ofPeriods(tree: Extract<Formula, { type: 'call' }>, argument: Formula, back: Formula | undefined, run: Run): Rational | undefined {
  const { periodsPerYear, period } = run.environment
  if (tree.name === '上期') {
    const by = back === undefined ? one : numberOf(back, run)
    if (by === undefined) return undefined
    return by.bottom === 1n && by.top >= 0n && by.top <= 1000n
      ? earlier(argument, run, Number(by.top))
      : fail(run, 'exponent-out-of-range', tree)
  }
  if (tree.name === '累计') {
    const place = (((period - 1 - run.offset) % periodsPerYear) + periodsPerYear) % periodsPerYear
    let sum: Rational | undefined = zero
    for (let by = 0; by <= place; by++) {
      const value = earlier(argument, run, by)
      sum = value && sum && plus(sum, value)
    }
    return sum
  }
  const [now, then] = [earlier(argument, run, 0), earlier(argument, run, tree.name === '同比' ? periodsPerYear : 1)]
  if (now === undefined || then === undefined) return undefined
  const ratio = over(now, then)
  return ratio ? minus(ratio, one) : fail(run, 'division-by-zero', tree)
}

function aggregated(tree: Aggregate, run: Run): Rational | undefined {
  const sample = run.environment.sample(key(tree), run.offset)
  if (sample) return sample
  const records = recordsFor(tree, run)
  if (records === undefined) return miss(tree, run)
  const chosen = records.filter(record => tree.condition === undefined || truthOf(tree.condition, { ...run, record }) === true)
  const values = chosen
    .map(record => valueOf(tree.argument, { ...run, record }))
    .filter(value => value !== undefined && value.type !== 'nothing') as Value[]
  return summary(tree, values, run)
}

/** Records of the one resource that holds argument and filter; a filter on data of another resource is evaluable from a sample only. Source: contracts C4.5. */
function recordsFor(tree: Aggregate, { environment, offset }: Run): readonly SampleRecord[] | undefined {
  if (offset !== 0 || hasWords(tree)) return undefined
  const resources = new Set(references(tree).map(({ id }) => (id === undefined ? undefined : environment.resourceOf(id))))
  const [resource, ...others] = resources
  return resource === undefined || others.length > 0 ? undefined : environment.records(resource)
}

const hasWords = ({ condition }: Aggregate): boolean => condition !== undefined && key(condition).includes('说明(')

function summary(tree: Aggregate, values: readonly Value[], run: Run): Rational | undefined {
  if (tree.name === '计数') return rational(BigInt(values.length))
  if (tree.name === '去重计数') return rational(BigInt(new Set(values.map(asText)).size))
  const numbers = values.map(asNumber)
  if (numbers.includes(undefined)) return fail(run, 'not-a-number', tree)
  const known = numbers as Rational[]
  const sum = known.reduce(plus, zero)
  switch (tree.name) {
    case '求和':
      return sum
    case '平均':
      return over(sum, rational(BigInt(known.length))) ?? fail(run, 'division-by-zero', tree)
    default: {
      const sign = tree.name === '最大' ? 1 : -1
      return known.length === 0
        ? fail(run, 'division-by-zero', tree)
        : known.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best))
    }
  }
}
