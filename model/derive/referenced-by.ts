import { codeUnitCompare } from '../base/text.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { referencesOf } from '../schema/references.ts'
import { type Entry, groupedIndex } from './grouped.ts'

/** A reference seen from its target. */
export interface Referring {
  readonly from: ElementId
  readonly kind: string
  readonly field: string
}

function entriesOf(element: Element): readonly Entry<Referring>[] {
  const kind = kindOf(element.kind)
  if (kind === undefined) return []
  return referencesOf(kind, element).map(({ field, to }) => ({ key: to, entry: { from: element.id, kind: element.kind, field } }))
}

const compare = (a: Referring, b: Referring): number =>
  codeUnitCompare(a.kind, b.kind) || codeUnitCompare(a.field, b.field) || codeUnitCompare(a.from, b.from)

/** Target to everything that refers to it; ownership is not a reference. */
export const referencedBy = groupedIndex('referenced-by', entriesOf, compare)
