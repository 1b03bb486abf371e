import type { Element } from '../schema/element.ts'
import type { LedgerOptions } from './ledger.ts'

/** What a document's settings say of the two rates: other targets, another denominator. */
export function ledgerOptionsIn(document: Element | undefined): LedgerOptions {
  const { thresholds, minuteDenominator } = (document?.['settings'] ?? {}) as {
    readonly thresholds?: unknown
    readonly minuteDenominator?: unknown
  }
  const satisfactionTarget = numberIn(thresholds, 'satisfactionRate')
  const minuteTarget = numberIn(thresholds, 'minuteRate')
  return {
    ...(satisfactionTarget === undefined ? {} : { satisfactionTarget }),
    ...(minuteTarget === undefined ? {} : { minuteTarget }),
    ...(minuteDenominator === 'all' ? { minuteDenominator } : {}),
  }
}

function numberIn(value: unknown, key: string): number | undefined {
  const found =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as { readonly [key: string]: unknown })[key]
      : undefined
  return typeof found === 'number' ? found : undefined
}
