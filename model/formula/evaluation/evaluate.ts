import type { Result } from '../../base/result.ts'
import type { FormulaProblemCode } from '../problems.ts'
import { minus, readRational, rounded, zero } from '../rational.ts'
import { key } from '../references.ts'
import type { Aggregate, Formula, Name } from '../tree.ts'
import type { Environment, Evaluation } from './environment.ts'
import { overPeriods } from './over-periods.ts'
import { earlierRun, fail, lookingAhead, miss, missSample, note, outsideRecord, type Run, remembered, startRun } from './run.ts'
import { extremeOf, recordsFor, summarise } from './summarise.ts'
import {
  calculate,
  holds,
  isEqual,
  MOST_EXPONENT,
  type Nothing,
  nothing,
  numbered,
  type Quantity,
  quantityOf,
  readDuration,
  short,
  type Value,
  wholeWithin,
} from './values.ts'

const truth = (value: boolean | undefined): Value | undefined => (value === undefined ? undefined : { type: 'truth', truth: value })

type Binary = Extract<Formula, { type: 'binary' }>
type Call = Extract<Formula, { type: 'call' }>

/** How many periods 上期 may look back. */
const MOST_PERIODS = 1000

/** The exact value of a formula, in the unit of its indicator: 95 with unit % is 95 %. Source: contracts C4.2–C4.6, C4.8. */
export function evaluate(tree: Formula, environment: Environment, offset = 0): Evaluation {
  const run = startRun(environment, offset)
  const value = quantity(tree, run)
  if (value?.type === 'nothing') fail(run, 'not-a-number', tree)
  const missing = [...run.missing.values()]
  const problems = [...run.problems.values()].sort((a, b) => a.at - b.at)
  return value?.type !== 'number' || missing.length > 0 || problems.length > 0
    ? { missing, problems }
    : { value: value.number, missing, problems }
}

/** Undefined when something is missing or wrong, which the run then knows. */
function valueOf(tree: Formula, run: Run): Value | undefined {
  switch (tree.type) {
    case 'number': {
      const number = readRational(tree.text)
      return number ? settled(short(number), tree, run) : fail(run, 'not-a-number', tree)
    }
    case 'duration':
      return readDuration(tree.text)
    case 'string':
      return tree.value === '' ? nothing : { type: 'text', text: tree.value }
    case 'name':
      return named(tree, run)
    case 'sign':
      return changed(tree.operand, run, ({ number, per }) => numbered(tree.operator === '-' ? minus(zero, number) : number, per))
    case 'not': {
      const operand = truthOf(tree.operand, run)
      return truth(operand === undefined ? undefined : !operand)
    }
    case 'binary':
      return binary(tree, run)
    case 'among':
      return among(tree, run)
    case 'empty': {
      const value = valueOf(tree.value, run)
      return value && truth((value.type === 'nothing') !== tree.negated)
    }
    case 'call':
      return called(tree, run)
    case 'aggregate':
      return remembered(outsideRecord(run), tree, () => aggregated(tree, outsideRecord(run)))
    case 'said':
      return missSample(run, tree)
    case 'hole':
      return fail(run, 'operand-missing', tree)
  }
}

function settled(result: Result<Quantity, FormulaProblemCode>, tree: Formula, run: Run): Quantity | undefined {
  return result.ok ? result.value : fail(run, result.error, tree)
}

/** The part as a number or duration; nothing where it rests on an empty field of a record. */
function quantity(tree: Formula, run: Run): Quantity | Nothing | undefined {
  const value = valueOf(tree, run)
  if (value === undefined || value.type === 'nothing') return value
  return quantityOf(value) ?? fail(run, 'not-a-number', tree)
}

function changed(tree: Formula, run: Run, change: (value: Quantity) => Quantity): Value | undefined {
  const value = quantity(tree, run)
  return value?.type === 'number' ? change(value) : value
}

function truthOf(tree: Formula, run: Run): boolean | undefined {
  const value = valueOf(tree, run)
  if (value === undefined) return undefined
  return value.type === 'truth' ? value.truth : fail(run, 'not-a-condition', tree)
}

function named(tree: Name, run: Run): Value | undefined {
  const { environment, offset, record } = run
  if (tree.id === undefined) return missSample(run, tree)
  if (environment.kindOf(tree.id) === 'indicator') return remembered(outsideRecord(run), tree, () => indicator(tree, tree.id ?? '', run))
  if (record) {
    const text = record.get(tree.id) ?? ''
    return text === '' ? nothing : { type: 'datum', text }
  }
  const sample = environment.sample(key(tree), offset)
  return sample === undefined ? missSample(run, tree) : settled(short(sample), tree, run)
}

/** A problem in another indicator's formula is told where this one names it. */
function indicator(tree: Name, id: string, run: Run): Value | undefined {
  const { value, missing, problems } = run.environment.indicator(id, run.offset)
  for (const one of missing) miss(run, one)
  for (const { code, values } of problems)
    note(run, { code, at: tree.at ?? 0, length: tree.name.length, values: { indicator: tree.name, ...values } })
  return value && settled(short(value), tree, run)
}

function binary(tree: Binary, run: Run): Value | undefined {
  switch (tree.operator) {
    case '或':
    case '且':
      return connected(tree, run)
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = [valueOf(tree.left, run), valueOf(tree.right, run)]
      return left && right && truth(holds(tree.operator, left, right) ?? fail(run, 'not-a-number', tree))
    }
    default: {
      const [left, right] = [quantity(tree.left, run), quantity(tree.right, run)]
      if (left === undefined || right === undefined) return undefined
      return left.type === 'nothing' || right.type === 'nothing' ? nothing : settled(calculate(tree.operator, left, right), tree, run)
    }
  }
}

/** The right side counts only where the left one leaves it open, so that `x > 0 且 y / x > 1` never divides by zero. */
function connected(tree: Binary, run: Run): Value | undefined {
  const left = truthOf(tree.left, run)
  if (left === undefined) valueOf(tree.right, lookingAhead(run))
  if (left === undefined) return undefined
  return truth(left === (tree.operator === '或') ? left : truthOf(tree.right, run))
}

function among(tree: Extract<Formula, { type: 'among' }>, run: Run): Value | undefined {
  const value = valueOf(tree.value, run)
  const members = tree.members.map(member => valueOf(member, run))
  if (value === undefined || members.includes(undefined)) return undefined
  return truth(members.some(member => member !== undefined && isEqual(value, member)) !== tree.negated)
}

function called(tree: Call, run: Run): Value | undefined {
  const [first, second, third] = tree.args
  if (first === undefined) return fail(run, 'argument-count', tree)
  switch (tree.name) {
    case '如果':
      return second === undefined || third === undefined ? fail(run, 'argument-count', tree) : chosen([first, second, third], run)
    case '取大':
    case '取小': {
      const values = tree.args.map(arg => quantity(arg, run))
      const numbers = values.filter((value): value is Quantity => value?.type === 'number')
      if (numbers.length === values.length) return settled(extremeOf(numbers, tree.name === '取大' ? 1 : -1), tree, run)
      return values.includes(undefined) ? undefined : nothing
    }
    case '绝对值':
      return changed(first, run, ({ number, per }) => numbered(number.top < 0n ? minus(zero, number) : number, per))
    case '四舍五入': {
      const places = second === undefined ? 0 : whole(second, -MOST_EXPONENT, MOST_EXPONENT, run)
      return places === undefined ? undefined : changed(first, run, ({ number, per }) => numbered(rounded(number, places), per))
    }
    case '上期': {
      const by = second === undefined ? 1 : whole(second, 0, MOST_PERIODS, run)
      return by === undefined ? undefined : earlier(first, run, by)
    }
    default: {
      const result = overPeriods(tree.name, run.environment, run.offset, by => earlier(first, run, by))
      return result && ('ok' in result ? settled(result, tree, run) : result)
    }
  }
}

function chosen([condition, yes, no]: readonly [Formula, Formula, Formula], run: Run): Value | undefined {
  const isTrue = truthOf(condition, run)
  if (isTrue !== undefined) return valueOf(isTrue ? yes : no, run)
  for (const part of [yes, no]) valueOf(part, lookingAhead(run))
  return undefined
}

/** A whole number among the arguments of a function. */
function whole(tree: Formula, least: number, most: number, run: Run): number | undefined {
  const value = quantity(tree, run)
  if (value === undefined) return undefined
  return (value.type === 'number' ? wholeWithin(value.number, least, most) : undefined) ?? fail(run, 'argument-out-of-range', tree)
}

/** What the part was worth so many periods earlier. */
function earlier(tree: Formula, run: Run, by: number): Quantity | Nothing | undefined {
  const then = earlierRun(run, by)
  const value = remembered(then, tree, () => quantity(tree, then))
  return value?.type === 'number' || value?.type === 'nothing' ? value : undefined
}

/** A sample comes first; else the records say it. Source: contracts C4.5, C4.8. */
function aggregated(tree: Aggregate, run: Run): Value | undefined {
  const sample = run.environment.sample(key(tree), run.offset)
  if (sample) return settled(short(sample), tree, run)
  const records = run.offset === 0 ? recordsFor(tree, run.environment) : undefined
  if (records === undefined) return missSample(run, tree)
  const values: Value[] = []
  for (const record of records) {
    const inside = { ...run, record }
    if (tree.condition !== undefined && truthOf(tree.condition, inside) !== true) continue
    const value = valueOf(tree.argument, inside)
    if (value !== undefined && value.type !== 'nothing') values.push(value)
  }
  return settled(summarise(tree.name, values), tree, run)
}
