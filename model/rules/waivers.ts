import type { View } from '../method/define-fact.ts'
import type { Element, ElementId } from '../schema/element.ts'

/** Just so much of a finding as a waiver speaks of. */
export interface Waivable {
  readonly rule: string
  readonly element: ElementId
}

/** The waiver that silences a rule on an element. From its expiry date on it no longer does. `today` is `YYYY-MM-DD`. Source: contracts C3.5. */
export function waiverOf({ rule, element }: Waivable, view: View, today: string): Element | undefined {
  for (const { from } of view.lookups.referrersOf(element, 'waiver', 'object')) {
    const waiver = view.get(from)
    const expires = waiver?.['expires']
    if (waiver?.['rule'] === rule && (typeof expires !== 'string' || today < expires)) return waiver
  }
  return undefined
}

/** Whether a waiver that has not expired silences a finding. */
export const isWaived = (finding: Waivable, view: View, today: string): boolean => waiverOf(finding, view, today) !== undefined

/** Findings with what waivers say of them; none is left out, so that reports can list the waived. */
export const withWaivers = <F extends Waivable>(findings: Iterable<F>, view: View, today: string): (F & { readonly waived: boolean })[] =>
  Array.from(findings, finding => ({ ...finding, waived: isWaived(finding, view, today) }))
