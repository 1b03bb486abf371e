import type { Element, ElementId } from '../schema/element.ts'
import { business } from './business.ts'
import { defineFact, type View } from './define-fact.ts'
import { filtersOf } from './operands.ts'
import { membersIn, refIn } from './reading.ts'

/** In what way a data item is used. */
export type How = 'need' | 'operand' | 'filter' | 'stepInput' | 'material' | 'collaboration'

/** One use of a data item, derived, never typed. Source: contracts C1.2. */
export interface Use {
  readonly element: ElementId
  readonly kind: string
  readonly how: How
  /** The item's lead, the step's organisation, the indicator's responsible one, who receives the collaboration's content. */
  readonly organisation?: ElementId
  /** Leads of the core businesses the element serves. */
  readonly leads: readonly ElementId[]
}

/** Fields that use data items, by kind. */
const usingFields: { readonly [kind: string]: string } = { item: 'needs', step: 'inputs', collaboration: 'data', indicator: 'formula' }

export const uses = defineFact<readonly Use[]>({
  id: 'uses',
  on: ['dataItem'],
  value(dataItem, view) {
    const found: Use[] = []
    for (const { from, kind, field } of view.lookups.referrersOf(dataItem.id)) {
      const element = view.get(from)
      if (element === undefined) continue
      if (usingFields[kind] === field || (kind === 'indicator' && field === 'dataItems' && !names(element, dataItem.id)))
        found.push(useOf(element, howOf(element, dataItem.id), view))
      if (kind === 'material' && field === 'dataItems')
        for (const user of usersOf(element.id, view)) found.push(useOf(user, 'material', view))
    }
    return found.length > 0 ? found : undefined
  },
  *touched(edit) {
    for (const [id, [before, after]] of edit.delta) {
      if (before?.kind === 'dataItem' || after?.kind === 'dataItem') yield id
      yield* dataOf(before, edit.before)
      yield* dataOf(after, edit.after)
    }
    for (const id of edit.changed(business)) yield* dataOf(edit.after.get(id), edit.after)
  },
})

function howOf(element: Element, dataItem: ElementId): How {
  switch (element.kind) {
    case 'item':
      return 'need'
    case 'step':
      return 'stepInput'
    case 'indicator':
      return filtersOf(element).has(dataItem) ? 'filter' : 'operand'
    default:
      return 'collaboration'
  }
}

const organisationFields: { readonly [kind: string]: string } = {
  item: 'lead',
  step: 'organisation',
  indicator: 'lead',
  collaboration: 'to',
}

function useOf(element: Element, how: How, view: View): Use {
  const organisation = refIn(element, organisationFields[element.kind] ?? '')
  const { id, kind } = element
  const leads = leadsOf(id, view)
  return organisation === undefined ? { element: id, kind, how, leads } : { element: id, kind, how, leads, organisation }
}

const none: readonly never[] = []

function leadsOf(element: ElementId, view: View): readonly ElementId[] {
  const served = view.fact(business, element)
  if (served === undefined) return none
  const leads = new Set<ElementId>()
  for (const { lead } of served) if (lead !== undefined) leads.add(lead)
  return [...leads]
}

/** Items and steps that ask for a material. */
function usersOf(material: ElementId, view: View): readonly Element[] {
  const referrers = [...view.lookups.referrersOf(material, 'item', 'materials'), ...view.lookups.referrersOf(material, 'step', 'materials')]
  return referrers.map(one => view.get(one.from)).filter(element => element !== undefined)
}

/** Data items an element may use, directly or through its materials. */
function* dataOf(element: Element | undefined, view: View): Iterable<ElementId> {
  if (element === undefined) return
  if (element.kind === 'indicator') yield* operandIds(element)
  else yield* membersIn(element, usingFields[element.kind] ?? '')
  if (element.kind === 'material') yield* membersIn(element, 'dataItems')
  for (const material of membersIn(element, 'materials')) yield* membersIn(view.get(material), 'dataItems')
}

/** Whether the formula already names a data item that the caliber lists too. */
const names = (indicator: Element, dataItem: ElementId): boolean => [...formulaIds(indicator)].includes(dataItem)

function* operandIds(indicator: Element): Iterable<ElementId> {
  yield* membersIn(indicator, 'dataItems')
  yield* formulaIds(indicator)
}

function* formulaIds(indicator: Element): Iterable<ElementId> {
  const formula = indicator['formula'] as { readonly refs?: readonly { readonly id: ElementId }[] } | undefined
  for (const { id } of formula?.refs ?? []) yield id
}
