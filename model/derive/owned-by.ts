import { codeUnitCompare } from '../base/text.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { type Entry, groupedIndex } from './grouped.ts'

/** An owned element with what orders it among its siblings. */
export interface Owned {
  readonly id: ElementId
  readonly kind: string
  readonly order: string
}

function entriesOf({ id, kind, owner, order }: Element): readonly Entry<Owned>[] {
  return owner === undefined ? [] : [{ key: owner, entry: { id, kind, order: order ?? '' } }]
}

const compare = (a: Owned, b: Owned): number =>
  codeUnitCompare(a.order, b.order) || codeUnitCompare(a.id, b.id) || codeUnitCompare(a.kind, b.kind)

/** Owner to what it owns, in the order of siblings. */
export const ownedBy = groupedIndex('owned-by', entriesOf, compare)
