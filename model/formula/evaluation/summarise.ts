import { err, ok, type Result } from '../../base/result.ts'
import type { FormulaProblemCode } from '../problems.ts'
import { references } from '../references.ts'
import { rational, zero } from '../rational.ts'
import { type Aggregate, type AggregateName, type Formula, partsOf } from '../tree.ts'
import type { Environment, SampleRecord } from './environment.ts'
import { calculate, compareQuantities, numbered, type Quantity, quantityOf, textOf, type Value } from './values.ts'

/**
 * Records of the one resource that holds argument and filter, indicators aside. Undefined where there are none: then, as for a
 * condition in words and for a filter on data of another resource, only a sample helps. Source: contracts C4.5.
 */
export function recordsFor(tree: Aggregate, environment: Environment): readonly SampleRecord[] | undefined {
  if (saysWords(tree)) return undefined
  const data = references(tree).filter(({ id }) => id === undefined || environment.kindOf(id) !== 'indicator')
  const [resource, ...others] = new Set(data.map(({ id }) => (id === undefined ? undefined : environment.resourceOf(id))))
  return resource === undefined || others.length > 0 ? undefined : environment.records(resource)
}

const saysWords = (tree: Formula): boolean => tree.type === 'said' || partsOf(tree).some(saysWords)

/** What the aggregate makes of the values that are present. Source: contracts C4.3, C4.5. */
export function summarise(name: AggregateName, values: readonly Value[]): Result<Quantity, FormulaProblemCode> {
  if (name === '计数') return ok(numbered(rational(BigInt(values.length))))
  if (name === '去重计数') return ok(numbered(rational(BigInt(new Set(values.map(textOf)).size))))
  const quantities: Quantity[] = []
  for (const value of values) {
    const quantity = quantityOf(value)
    if (quantity === undefined) return err('not-a-number')
    quantities.push(quantity)
  }
  switch (name) {
    case '求和':
      return sumOf(quantities)
    case '平均': {
      if (quantities.length === 0) return err('no-values')
      const sum = sumOf(quantities)
      return sum.ok ? calculate('/', sum.value, numbered(rational(BigInt(quantities.length)))) : sum
    }
    case '最大':
    case '最小':
      return extremeOf(quantities, name === '最大' ? 1 : -1)
  }
}

function sumOf(quantities: readonly Quantity[]): Result<Quantity, FormulaProblemCode> {
  let sum = numbered(zero)
  for (const quantity of quantities) {
    const result = calculate('+', sum, quantity)
    if (!result.ok) return result
    sum = result.value
  }
  return ok(sum)
}

/** The largest for 1, the smallest for −1; nothing has neither. */
export function extremeOf(quantities: readonly Quantity[], sign: 1 | -1): Result<Quantity, FormulaProblemCode> {
  const [first, ...others] = quantities
  if (first === undefined) return err('no-values')
  return ok(others.reduce((best, one) => (compareQuantities(one, best) * sign > 0 ? one : best), first))
}
