import type { View } from '../method/define-fact.ts'
import type { ElementId } from '../schema/element.ts'

/** What people call an element in a sentence: an organisation by its short name, which a rule that may meet one lists among its readings. */
export function nameOf(id: ElementId | undefined, view: View): string {
  const element = id === undefined ? undefined : view.get(id)
  const short = element?.kind === 'organisation' ? element['shortName'] : undefined
  return typeof short === 'string' ? short : (element?.name ?? '')
}

/** How many names a sentence lists before it only counts. */
const MOST_NAMES = 10

/** The names of elements as a list for a sentence, with `count` for all of them. */
export function namesOf(ids: readonly ElementId[], view: View): { readonly names: readonly string[]; readonly count: number } {
  return { names: ids.slice(0, MOST_NAMES).map(id => nameOf(id, view)), count: ids.length }
}
