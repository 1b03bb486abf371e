import type { ElementId } from '../schema/element.ts'
import type { View } from '../method/define-fact.ts'

/** Whether a waiver that has not expired silences a rule on an element. `today` is `YYYY-MM-DD`. Source: contracts C3.5. */
export function isWaived({ rule, element }: { readonly rule: string; readonly element: ElementId }, view: View, today: string): boolean {
  return view.lookups.referrersOf(element, 'waiver', 'object').some(({ from }) => {
    const waiver = view.get(from)
    const expires = waiver?.['expires']
    return waiver?.['rule'] === rule && (typeof expires !== 'string' || expires >= today)
  })
}
