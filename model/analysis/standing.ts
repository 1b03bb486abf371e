import type { Element, ElementId } from '../schema/element.ts'
import type { Step } from '../schema/define-kind.ts'
import { datum, stateOf, isConnected } from '../method/datum.ts'
import { type AnyFact, defineFact, type Edit, type Fact, type View } from '../method/define-fact.ts'
import { evidence, undeclared } from '../method/evidence.ts'
import { indicatorReady, itemReady, moduleReady, readyOf, systemReady, unitReady } from '../method/readiness.ts'
import { membersIn, refIn } from '../method/reading.ts'
import { uses } from '../method/uses.ts'
import { type Finding, ruleFacts, rules } from '../rules/index.ts'
import { isWaived } from '../rules/waivers.ts'

/** An element, or a place where one is expected, as the completion of a step counts it. Source: contracts C2. */
export interface Standing {
  readonly step: Step
  readonly done: boolean
  /** Why it is not done. */
  readonly rule?: string
}

/** The step whose checklist a kind stands on. */
const elementSteps: { readonly [kind: string]: Step } = {
  coreBusiness: 'L1',
  module: 'L2',
  unit: 'L3',
  item: 'L4',
  flow: 'L5',
  collaboration: 'L6',
  indicator: 'L7',
  requirement: 'L8',
  sharing: 'R1',
}

const readySteps: { readonly [kind: string]: Step } = { indicator: 'R3', item: 'R4', unit: 'R5', module: 'R6' }

const deciding = new Map<string, typeof ruleFacts>()

/** Rules that decide a step for elements of a kind. */
function decidingRules(step: Step, kind: string): typeof ruleFacts {
  const key = `${step} ${kind}`
  const known = deciding.get(key)
  if (known) return known
  const ids = new Set(rules.flatMap(rule => (rule.step === step ? [rule.id] : [])))
  const found = ruleFacts.filter(fact => ids.has(fact.id) && fact.on.includes(kind))
  deciding.set(key, found)
  return found
}

/** What each element contributes to the completion of the steps; totals are kept as counters `L1/done` and `L1/total`. */
export const standingFact = (today: string): Fact<readonly Standing[]> =>
  defineFact<readonly Standing[]>({
    id: 'standing',
    on: [
      'document',
      'coreBusiness',
      'module',
      'unit',
      'item',
      'flow',
      'collaboration',
      'indicator',
      'dataItem',
      'requirement',
      'sharing',
      'system',
    ],
    value(element, view) {
      const all = [...asElement(element, view, today), ...asReady(element, view), ...asPlaces(element, view, today)]
      return all.length > 0 ? all : undefined
    },
    touched: edit => touched(edit),
    *counts(value) {
      for (const { step, done } of value) {
        yield [`${step}/total`, 1]
        if (done) yield [`${step}/done`, 1]
      }
    },
  })

function* asElement(element: Element, view: View, today: string): Iterable<Standing> {
  const step = elementSteps[element.kind]
  if (step === undefined) return
  const rule = openFinding(element, step, view, today)?.rule ?? (step === 'R1' ? unfilled(element) : undefined)
  yield rule === undefined ? { step, done: true } : { step, done: false, rule }
  if (step === 'R1') yield isConnected(stateOf(element)) ? { step: 'R2', done: true } : { step: 'R2', done: false, rule: 'CHK-R2-STATE' }
}

/** A sharing entry is listed when source organisation, system, type and method are filled. */
function unfilled(entry: Element): string | undefined {
  return ['provider', 'providerSystem', 'shareType', 'method'].every(field => entry[field] !== undefined) ? undefined : 'CHK-R1-LISTED'
}

/** The first error or warning of the step that is not waived. */
function openFinding(element: Element, step: Step, view: View, today: string): Finding | undefined {
  for (const fact of decidingRules(step, element.kind)) {
    const open = view.fact(fact, element.id)?.find(one => one.severity !== 'info' && !isWaived(one, view, today))
    if (open) return open
  }
  return undefined
}

/** On the right leg the state alone decides. */
function* asReady(element: Element, view: View): Iterable<Standing> {
  const ready = readyOf(element, view)
  if (ready === undefined) return
  const step = readySteps[element.kind]
  if (step !== undefined) yield ready.ready ? { step, done: true } : { step, done: false, rule: `CHK-${step}-READY` }
  if (element.kind === 'system') {
    const accepted = view.lookups.referrersOf(element.id, 'acceptance', 'object').some(one => view.get(one.from)?.['accepted'] === true)
    yield ready.ready && accepted
      ? { step: 'R7', done: true }
      : { step: 'R7', done: false, rule: ready.ready ? 'CHK-R7-ACCEPT' : 'CHK-R7-READY' }
  }
}

const missing = (step: Step, rule: string): Standing => ({ step, done: false, rule })

function* asPlaces(element: Element, view: View, today: string): Iterable<Standing> {
  const { lookups } = view
  switch (element.kind) {
    case 'document':
      if (lookups.countOf('coreBusiness') === 0) yield missing('L1', 'CHK-L1-NONE')
      break
    case 'coreBusiness':
      if (lookups.ownedBy(element.id, 'module').length === 0) yield missing('L2', 'CHK-L1-EMPTY')
      if (!hasTargetSystem(element.id, view)) yield missing('R7', 'CHK-R7-SYS')
      break
    case 'module':
      if (lookups.ownedBy(element.id, 'unit').length === 0) yield missing('L3', 'CHK-L2-EMPTY')
      break
    case 'unit':
      if (lookups.ownedBy(element.id, 'item').length === 0) yield missing('L4', 'CHK-L3-EMPTY')
      break
    case 'item':
      yield* itemPlaces(element, view, today)
      break
    case 'dataItem':
      if (view.fact(datum, element.id)?.requirement === undefined && lookups.referrersOf(element.id).length > 0 && isUsed(element.id, view))
        yield missing('L8', 'CHK-L8-NOREQ')
      break
    case 'requirement':
      if (
        lookups.referrersOf(element.id, 'sharing', 'requirement').length === 0 &&
        !view.fact(datum, refIn(element, 'dataItem') ?? '')?.selfProduced
      )
        yield missing('R1', 'CHK-R1-NOENTRY')
      break
  }
}

const isUsed = (dataItem: ElementId, view: View): boolean =>
  (view.fact(datum, dataItem)?.consumers.length ?? 0) > 0 || view.fact(uses, dataItem) !== undefined

function* itemPlaces(item: Element, view: View, today: string): Iterable<Standing> {
  const { lookups } = view
  const inFlow = lookups.referrersOf(item.id, 'step', 'item').length > 0 || lookups.ownedBy(item.id, 'flow').length > 0
  if (!inFlow && !isWaived({ rule: 'CHK-L5-NOFLOW', element: item.id }, view, today)) yield missing('L5', 'CHK-L5-NOFLOW')
  for (const _ of undeclared(item.id, view)) yield missing('L6', 'CHK-L6-DERIVE')
  if (lookups.referrersOf(item.id, 'indicator', 'items').length === 0) yield missing('L7', 'CHK-L7-NOIND')
}

function hasTargetSystem(business: ElementId, view: View): boolean {
  return view.lookups
    .ownedBy(business, 'module')
    .some(module => view.lookups.referrersOf(module, 'system', 'covers').some(one => view.get(one.from)?.['target'] === true))
}

const readyFacts: readonly AnyFact[] = [itemReady, indicatorReady, unitReady, moduleReady, systemReady, evidence, datum, uses]

function* touched(edit: Edit): Iterable<ElementId> {
  for (const [id, [before, after]] of edit.delta) {
    yield id
    yield* near(before, edit.before)
    yield* near(after, edit.after)
    if ((before === undefined || after === undefined) && (before ?? after)?.kind === 'coreBusiness')
      yield* edit.after.lookups.allOf('document')
  }
  for (const fact of [...ruleFacts, ...readyFacts]) yield* edit.changed(fact)
  for (const id of edit.changed(datum)) yield* edit.after.lookups.referrersOf(id, 'requirement', 'dataItem').map(one => one.from)
}

/** Elements whose places hang on this one. */
function* near(element: Element | undefined, view: View): Iterable<ElementId> {
  if (element === undefined) return
  if (element.owner !== undefined) yield element.owner
  for (const field of ['item', 'object', 'requirement', 'dataItem']) {
    const target = refIn(element, field)
    if (target !== undefined) yield target
  }
  yield* membersIn(element, 'items')
  for (const module of membersIn(element, 'covers')) {
    const business = view.get(module)?.owner
    if (business !== undefined) yield business
  }
}
