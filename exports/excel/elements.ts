import { naturalCompare } from '#model/base/text.ts'
import type { View } from '#model/method/define-fact.ts'
import type { Element } from '#model/schema/element.ts'

/** The elements of a kind in the order of the tree where there is one: below the same owner as on screen, else natural order of code and name. */
export function elementsInOrder(kind: string, view: View): readonly Element[] {
  const elements = Array.from(view.lookups.allOf(kind), id => view.get(id)).filter(element => element !== undefined)
  const place = (element: Element): string =>
    element.owner === undefined ? '' : (view.get(element.owner)?.code ?? view.get(element.owner)?.name ?? '')
  return elements.sort(
    (a, b) =>
      naturalCompare(place(a), place(b)) ||
      naturalCompare(a.order ?? '', b.order ?? '') ||
      naturalCompare(a.code ?? '\uFFFD', b.code ?? '\uFFFD') ||
      naturalCompare(a.name, b.name) ||
      naturalCompare(a.id, b.id),
  )
}
