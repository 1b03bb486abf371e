import type { Result } from '../../base/result.ts'
import type { FormulaProblemCode } from '../problems.ts'
import { minus, one, over, plus, type Rational, zero } from '../rational.ts'
import type { Environment } from './environment.ts'
import { type Nothing, nothing, type Quantity, short } from './values.ts'

type Worth = Quantity | Nothing | undefined

/**
 * 同比 and 环比 are ratios, not percent: now over then, less 1. 累计 is the sum since 1 January, this period included.
 * `earlier` says what the argument was worth so many periods before `offset`. Source: contracts C4.3.
 */
export function overPeriods(
  name: '同比' | '环比' | '累计',
  { periodsPerYear, period }: Environment,
  offset: number,
  earlier: (by: number) => Worth,
): Result<Quantity, FormulaProblemCode> | Nothing | undefined {
  if (name === '累计') return sum(placeInYear(period - offset, periodsPerYear), earlier)
  const [now, then] = [earlier(0), earlier(name === '同比' ? periodsPerYear : 1)]
  if (now === undefined || then === undefined) return undefined
  if (now.type === 'nothing' || then.type === 'nothing') return nothing
  const ratio = over(now.number, then.number)
  return short(ratio && minus(ratio, one))
}

/** Counted from 1; periods of earlier years count as 0, −1 and so on before they are brought into their year. */
const placeInYear = (period: number, periodsPerYear: number): number =>
  ((((period - 1) % periodsPerYear) + periodsPerYear) % periodsPerYear) + 1

/** Goes through every period even when one is missing, so that all that is missing is told at once. */
function sum(periods: number, earlier: (by: number) => Worth): Result<Quantity, FormulaProblemCode> | Nothing | undefined {
  const worths: Worth[] = Array.from({ length: periods }, (_, by) => earlier(by))
  let total: Rational = zero
  for (const worth of worths) {
    if (worth?.type !== 'number') return worth
    total = plus(total, worth.number)
  }
  return short(total, worths.find(worth => worth?.type === 'number')?.per)
}
