import type { View } from './define-fact.ts'

/** A rate as the plan measures it: percent with two decimals, against its target. Undefined rate: nothing is needed. */
export interface Rate {
  readonly satisfied: number
  readonly needed: number
  readonly rate: number | null
  readonly target: number
}

export interface Share {
  readonly ready: number
  readonly total: number
}

/** The state of the right leg in numbers. Source: contracts C1.5, C1.6, C5.3. */
export interface Ledger {
  readonly satisfaction: Rate
  readonly minuteSatisfaction: Rate
  readonly indicators: Share
  readonly items: Share
  readonly units: Share
  readonly modules: Share
  readonly systems: Share
}

/** The rates the plan demands, in percent. Source: plan, targets T01 and T02. */
export const targets = { satisfaction: 99, minute: 90 } as const

export interface LedgerOptions {
  readonly satisfactionTarget?: number
  readonly minuteTarget?: number
  /** `minute` (default): of the requirements that need minutes; `all`: of all shared requirements. Source: contracts C1.6. */
  readonly minuteDenominator?: 'minute' | 'all'
}

/** The ledger from totals that every edit keeps up to date: no pass over the document. */
export function ledgerOf({ total: count }: Pick<View, 'total'>, options: LedgerOptions = {}): Ledger {
  const share = (kind: string): Share => ({ ready: count(`${kind}/ready`), total: count(kind) })
  const shared = count('requirements/shared')
  const needed = options.minuteDenominator === 'all' ? shared : count('requirements/minute')
  return {
    satisfaction: rate(count('requirements/satisfied'), shared, options.satisfactionTarget ?? targets.satisfaction),
    minuteSatisfaction: rate(count('requirements/minuteSatisfied'), needed, options.minuteTarget ?? targets.minute),
    indicators: share('indicators'),
    items: share('items'),
    units: share('units'),
    modules: share('modules'),
    systems: share('systems'),
  }
}

/** Half-up to two decimals, in whole numbers so that no binary fraction decides. */
function rate(satisfied: number, needed: number, target: number): Rate {
  return { satisfied, needed, rate: needed === 0 ? null : Math.floor((satisfied * 20_000 + needed) / (2 * needed)) / 100, target }
}
