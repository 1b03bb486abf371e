import { compareNaturally } from '#model/method/graph.ts'
import { datum } from '#model/method/datum.ts'
import type { View } from '#model/method/define-fact.ts'
import { membersIn, refIn, textIn } from '#model/method/reading.ts'
import { uses } from '#model/method/uses.ts'
import type { ElementId } from '#model/schema/element.ts'
import type { Trace } from './data-set.ts'

/** Where a basis stands in words, on the element that states it. */
export const BASIS_TEXT = '#basisText'

/** Why a data item is asked for: its requirement, the indicators and items that use it, the items those measure, and their bases. */
export function traceOf(dataItem: ElementId, view: View): Trace {
  const requirement = view.fact(datum, dataItem)?.requirement
  const indicators = new Set<ElementId>()
  const items = new Set<ElementId>()
  for (const { element, kind } of view.fact(uses, dataItem) ?? []) {
    if (kind === 'item') items.add(element)
    else if (kind === 'indicator') indicators.add(element)
    else addAll(items, [refIn(view.get(element), 'item')])
  }
  for (const indicator of indicators) addAll(items, membersIn(view.get(indicator), 'items'))
  const stating = [...(requirement === undefined ? [] : [requirement]), ...items]
  return ordered({ requirements: requirement === undefined ? [] : [requirement], indicators, items, bases: basesOf(stating, view) }, view)
}

/** Traces of several fields, resources or lines as one. */
export function joined(traced: readonly { readonly trace: Trace }[], view: View): Trace {
  const all = (part: keyof Trace): ReadonlySet<string> => new Set(traced.flatMap(({ trace }) => trace[part]))
  return ordered({ requirements: all('requirements'), indicators: all('indicators'), items: all('items'), bases: all('bases') }, view)
}

export const isUntraced = ({ requirements, indicators, items }: Trace): boolean =>
  requirements.length + indicators.length + items.length === 0

function basesOf(stating: readonly ElementId[], view: View): ReadonlySet<string> {
  const bases = new Set<string>()
  for (const id of stating) {
    const element = view.get(id)
    for (const basis of membersIn(element, 'bases')) bases.add(basis)
    if (textIn(element, 'basisText') !== '') bases.add(id + BASIS_TEXT)
  }
  return bases
}

function addAll(to: Set<ElementId>, ids: readonly (ElementId | undefined)[]): void {
  for (const id of ids) if (id !== undefined) to.add(id)
}

function ordered(parts: { readonly [part in keyof Trace]: Iterable<string> }, view: View): Trace {
  const inOrder = (ids: Iterable<string>): string[] =>
    [...ids].sort((a, b) => {
      const [left, right] = [a, b].map(id => view.get(id.replace(BASIS_TEXT, '')))
      return (left && right && compareNaturally(left, right)) || (a < b ? -1 : a > b ? 1 : 0)
    })
  return {
    requirements: inOrder(parts.requirements),
    indicators: inOrder(parts.indicators),
    items: inOrder(parts.items),
    bases: inOrder(parts.bases),
  }
}
