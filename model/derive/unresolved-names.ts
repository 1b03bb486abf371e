import { codeUnitCompare, compareKey } from '../base/text.ts'
import { parse, references } from '../formula/index.ts'
import type { Element, ElementId, FormulaText } from '../schema/element.ts'
import { type Entry, groupedIndex } from './grouped.ts'

/** Names in an element's formula that mean nothing yet. */
export function unresolvedIn(element: Element): readonly string[] {
  const formula = element['formula'] as FormulaText | undefined
  if (formula === undefined) return []
  const bound = new Set((formula.refs ?? []).map(reference => reference.name))
  const { tree } = parse(formula.text)
  return tree === undefined ? [] : references(tree).flatMap(({ name }) => (bound.has(name) ? [] : [name]))
}

function entriesOf(element: Element): readonly Entry<ElementId>[] {
  const keys = new Set(unresolvedIn(element).map(compareKey))
  return Array.from(keys, key => ({ key, entry: element.id }))
}

/** Compare key of a name to the indicators whose formulas use it without knowing what it means. */
export const unresolvedNames = groupedIndex('unresolved-names', entriesOf, codeUnitCompare)
