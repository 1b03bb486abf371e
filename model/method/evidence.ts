import type { Element, ElementId } from '../schema/element.ts'
import { defineFact, type Edit, type View } from './define-fact.ts'
import { membersIn, refIn } from './reading.ts'
import { source } from './source.ts'

/** What shows that two organisations work together on an item. Source: contracts C8b. */
export interface Evidence {
  readonly sort: 'link' | 'data' | 'indicator'
  readonly from: ElementId
  readonly to: ElementId
  /** The link, data item or indicator that shows it. */
  readonly via: ElementId
}

/** Evidence of collaboration on an item, told apart by sort. A collaboration's own content is never evidence. */
export const evidence = defineFact<readonly Evidence[]>({
  id: 'evidence',
  on: ['item'],
  value(item, view) {
    const steps = stepsOf(item.id, view)
    const found = [...linkEvidence(steps, view), ...dataEvidence(item, steps, view), ...indicatorEvidence(item, view)]
    return found.length > 0 ? found : undefined
  },
  touched: edit => touchedItems(edit),
})

const stepsOf = (item: ElementId, view: View): readonly Element[] =>
  view.lookups
    .referrersOf(item, 'step', 'item')
    .map(one => view.get(one.from))
    .filter(element => element !== undefined)

function* linkEvidence(steps: readonly Element[], view: View): Iterable<Evidence> {
  for (const step of steps) {
    const to = refIn(step, 'organisation')
    for (const { from: link } of view.lookups.referrersOf(step.id, 'link', 'to')) {
      const from = refIn(view.get(refIn(view.get(link), 'from') ?? ''), 'organisation')
      if (from !== undefined && to !== undefined && from !== to) yield { sort: 'link', from, to, via: link }
    }
  }
}

function* dataEvidence(item: Element, steps: readonly Element[], view: View): Iterable<Evidence> {
  const handlers = [refIn(item, 'lead'), ...membersIn(item, 'assists')].filter(id => id !== undefined)
  const receivers = new Map<ElementId, Set<ElementId>>()
  const receive = (dataItem: ElementId, organisations: readonly ElementId[]): void => {
    const known = receivers.get(dataItem)
    if (known === undefined) receivers.set(dataItem, new Set(organisations))
    else for (const one of organisations) known.add(one)
  }
  for (const id of membersIn(item, 'needs')) receive(id, handlers)
  for (const step of steps) {
    const performer = refIn(step, 'organisation')
    const receiving = performer === undefined ? handlers : [...handlers, performer]
    for (const id of membersIn(step, 'inputs')) receive(id, receiving)
  }
  for (const [via, organisations] of receivers) {
    const from = view.fact(source, via)?.organisation
    if (from === undefined) continue
    for (const to of organisations) if (from !== to) yield { sort: 'data', from, to, via }
  }
}

function* indicatorEvidence(item: Element, view: View): Iterable<Evidence> {
  const lead = refIn(item, 'lead')
  if (lead === undefined) return
  for (const { from: indicator } of view.lookups.referrersOf(item.id, 'indicator', 'items')) {
    const leads = new Set(membersIn(view.get(indicator), 'items').map(id => refIn(view.get(id), 'lead')))
    for (const other of leads) {
      if (other === undefined || other === lead) continue
      yield { sort: 'indicator', from: other, to: lead, via: indicator }
      yield { sort: 'indicator', from: lead, to: other, via: indicator }
    }
  }
}

function* touchedItems(edit: Edit): Iterable<ElementId> {
  for (const [id, [before, after]] of edit.delta) {
    yield* itemsNear(id, before, edit.before)
    yield* itemsNear(id, after, edit.after)
  }
  for (const dataItem of edit.changed(source)) {
    for (const { from } of edit.after.lookups.referrersOf(dataItem, 'item', 'needs')) yield from
    for (const { from } of edit.after.lookups.referrersOf(dataItem, 'step', 'inputs')) yield* itemOfStep(edit.after.get(from))
  }
}

function* itemsNear(id: ElementId, element: Element | undefined, view: View): Iterable<ElementId> {
  if (element === undefined) return
  switch (element.kind) {
    case 'item':
      yield id
      for (const { from } of view.lookups.referrersOf(id, 'indicator', 'items')) yield* membersIn(view.get(from), 'items')
      break
    case 'step':
      yield* itemOfStep(element)
      for (const { from } of view.lookups.referrersOf(id, 'link', 'from')) yield* itemOfStep(view.get(refIn(view.get(from), 'to') ?? ''))
      break
    case 'link':
      yield* itemOfStep(view.get(refIn(element, 'to') ?? ''))
      break
    case 'indicator':
      yield* membersIn(element, 'items')
      break
  }
}

function* itemOfStep(step: Element | undefined): Iterable<ElementId> {
  const item = refIn(step, 'item')
  if (item !== undefined) yield item
}

/** Evidence for a declared collaboration, by sort. */
export function evidenceFor(
  collaboration: Element,
  view: View,
): { readonly link: boolean; readonly data: boolean; readonly indicator: boolean } {
  const from = refIn(collaboration, 'from')
  const to = refIn(collaboration, 'to')
  const fitting = (view.fact(evidence, refIn(collaboration, 'item') ?? '') ?? []).filter(one => one.from === from && one.to === to)
  const has = (sort: Evidence['sort']): boolean => fitting.some(one => one.sort === sort)
  return { link: has('link'), data: has('data'), indicator: has('indicator') }
}

/** The declared collaboration for (from, to, item); its type is not compared. Source: contracts C2, L6. */
export function declaredFor(item: ElementId, { from, to }: Evidence, view: View): ElementId | undefined {
  return view.lookups
    .referrersOf(item, 'collaboration', 'item')
    .find(one => refIn(view.get(one.from), 'from') === from && refIn(view.get(one.from), 'to') === to)?.from
}

/** Hand-overs of an item that a link shows and nobody declared, one for each (from, to). */
export function undeclared(item: ElementId, view: View): readonly Evidence[] {
  const found = new Map<string, Evidence>()
  for (const one of view.fact(evidence, item) ?? []) {
    const key = `${one.from} ${one.to}`
    if (one.sort === 'link' && !found.has(key) && declaredFor(item, one, view) === undefined) found.set(key, one)
  }
  return [...found.values()]
}
