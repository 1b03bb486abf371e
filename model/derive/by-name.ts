import { codeUnitCompare, compareKey } from '../base/text.ts'
import type { Element, ElementId } from '../schema/element.ts'
import { type Entry, groupedIndex } from './grouped.ts'

function namesOf({ id, name, shortName }: Element): readonly Entry<ElementId>[] {
  const keys = new Set([name, typeof shortName === 'string' ? shortName : ''].filter(text => text !== '').map(compareKey))
  return Array.from(keys, key => ({ key, entry: id }))
}

/** Compare key of a name, or of an organisation's short name, to the elements that bear it. */
export const byName = groupedIndex('by-name', namesOf, codeUnitCompare)

/** Compare key of a visible code to the elements that bear it. */
export const byCode = groupedIndex(
  'by-code',
  ({ id, code }) => (code === undefined ? [] : [{ key: compareKey(code), entry: id }]),
  codeUnitCompare,
)
