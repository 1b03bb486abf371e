import type { View } from '../../method/define-fact.ts'
import { refIn } from '../../method/reading.ts'
import type { ElementId } from '../../schema/element.ts'

/** The item of a step, and the items of the steps its links lead to: those whose hand-overs name the step's department. */
export function itemsAround(step: ElementId, view: View): readonly ElementId[] {
  const next = view.lookups.referrersOf(step, 'link', 'from').map(({ from }) => refIn(view.get(from), 'to') ?? '')
  return [step, ...next].flatMap(id => refIn(view.get(id), 'item') ?? [])
}
