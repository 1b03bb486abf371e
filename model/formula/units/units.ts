import { readDuration } from '../evaluation/values.ts'
import type { Problem } from '../problems.ts'
import { compare, over, type Rational, rational, readRational, shown } from '../rational.ts'
import { type Formula, partsOf } from '../tree.ts'
import { divided, inUnit, isPlain, isSameDimension, joined, literal, type Measure, multiplied, unknown } from './measure.ts'
import { dimensionOf, plain, raiseUnit, readUnit, type Unit } from './read-unit.ts'

interface Check {
  readonly unitOf: (id: string) => string | undefined
  readonly warnings: Problem[]
}

/**
 * Where the units of a formula do not fit together, or not with the unit of its indicator. These are warnings, never refusals;
 * where only the size differs they propose what to multiply or divide by. Data without a unit fit everything. Source: contracts C4.7.
 */
export function units(tree: Formula, unitOf: (id: string) => string | undefined, ownUnit?: string): Problem[] {
  const check: Check = { unitOf, warnings: [] }
  const measure = measureOf(tree, check)
  const own = readUnit(ownUnit ?? '')
  if (own) compareWithOwn(measure, ownOf(ownUnit ?? '', own, measure), check)
  return check.warnings.sort((a, b) => a.at - b.at)
}

/** 件/月 says that the indicator counts month by month, which no formula repeats. */
function ownOf(text: string, own: Unit, measure: Measure): Unit {
  const perPeriod = /\/\s*(?:日|天|周|月|季度|年)\s*$/u
  if (measure.sort !== 'unit' || isSameDimension(measure.unit, own) || !perPeriod.test(text)) return own
  return readUnit(text.replace(perPeriod, '')) ?? own
}

function compareWithOwn(measure: Measure, own: Unit, check: Check): void {
  if (measure.sort === 'unknown') {
    if (measure.isRatio && isPercent(own)) check.warnings.push({ code: 'ratio-as-percent', at: 0, values: { factor: '100' } })
    return
  }
  if (measure.sort === 'literal' && !measure.isPercent) return
  fit(measure.sort === 'unit' ? measure : inUnit(plain), inUnit(own), 0, check)
}

/** Both together, with a warning where they do not fit. */
function fit(a: Measure, b: Measure, at: number, check: Check): Measure {
  const both = joined(a, b)
  if (both) return both
  const [left, right] = [a, b].map(one => (one.sort === 'unit' ? one.unit : plain))
  if (left && right) check.warnings.push({ at, ...mismatch(left, right) })
  return a.sort === 'unit' ? a : b
}

function mismatch(left: Unit, right: Unit): Pick<Problem, 'code' | 'values'> & { readonly code: Problem['code'] } {
  if (!isSameDimension(left, right)) return { code: 'unit-mismatch', values: { left: dimensionOf(left), right: dimensionOf(right) } }
  const factor = left.scales[0] && right.scales[0] && over(left.scales[0], right.scales[0])
  if (isPercent(right) && factor && factor.top === 100n && factor.bottom === 1n)
    return { code: 'ratio-as-percent', values: { factor: '100' } }
  return { code: 'unit-scale', values: proposal(factor ?? rational(1n)) }
}

/** What turns the left side into the unit of the right one. */
function proposal(factor: Rational): { readonly operator: '*' | '/'; readonly factor: string } {
  return compare(factor, rational(1n)) >= 0
    ? { operator: '*', factor: shown(factor) }
    : { operator: '/', factor: shown(over(rational(1n), factor) ?? factor) }
}

const isPercent = (unit: Unit): boolean =>
  isPlain(unit) && unit.scales.length === 1 && unit.scales.every(scale => scale.top === 1n && scale.bottom === 100n)

function measureOf(tree: Formula, check: Check): Measure {
  switch (tree.type) {
    case 'number':
      return literal(readRational(tree.text), tree.text.endsWith('%'))
    case 'duration': {
      const unit = readUnit(readDuration(tree.text)?.per ?? '')
      return unit ? inUnit(unit) : unknown
    }
    case 'name': {
      const unit = tree.id === undefined ? undefined : readUnit(check.unitOf(tree.id) ?? '')
      return unit ? inUnit(unit) : unknown
    }
    case 'sign':
      return measureOf(tree.operand, check)
    case 'binary':
      return binary(tree, check)
    case 'among': {
      const value = measureOf(tree.value, check)
      for (const member of tree.members) fit(value, measureOf(member, check), member.at ?? tree.at ?? 0, check)
      return unknown
    }
    case 'aggregate': {
      if (tree.condition) measureOf(tree.condition, check)
      const argument = measureOf(tree.argument, check)
      return tree.name === '计数' || tree.name === '去重计数' ? inUnit(plain) : argument
    }
    case 'call':
      return called(tree, check)
    default:
      for (const part of partsOf(tree)) measureOf(part, check)
      return unknown
  }
}

function binary({ operator, left, right, at }: Extract<Formula, { type: 'binary' }>, check: Check): Measure {
  const [a, b] = [measureOf(left, check), measureOf(right, check)]
  switch (operator) {
    case '*':
      return multiplied(a, b)
    case '/':
      return divided(a, b)
    case '^':
      return raised(a, b)
    case '或':
    case '且':
      return unknown
    case '+':
    case '-':
      return fit(a, b, at ?? 0, check)
    default:
      fit(a, b, at ?? 0, check)
      return unknown
  }
}

function raised(a: Measure, b: Measure): Measure {
  if (a.sort === 'literal') return literal(undefined)
  if (a.sort !== 'unit' || b.sort !== 'literal' || b.number?.bottom !== 1n) return unknown
  const exponent = Number(b.number.top)
  return Math.abs(exponent) <= 64 ? inUnit(raiseUnit(a.unit, exponent)) : unknown
}

function called(tree: Extract<Formula, { type: 'call' }>, check: Check): Measure {
  const [first = unknown, second = unknown, ...others] = tree.args.map(arg => measureOf(arg, check))
  switch (tree.name) {
    case '取大':
    case '取小':
      return tree.args.length < 2 ? first : [second, ...others].reduce((all, one) => fit(all, one, tree.at ?? 0, check), first)
    case '如果':
      return others.reduce((all, one) => fit(all, one, tree.at ?? 0, check), second)
    case '同比':
    case '环比':
      return inUnit(plain)
    case '绝对值':
    case '四舍五入':
    case '上期':
    case '累计':
      return first
  }
}
