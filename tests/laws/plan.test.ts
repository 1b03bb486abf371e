import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '#demo/index.ts'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { isConnected, stateOf } from '#model/method/datum.ts'
import { buildFacts, type Facts, valueOf, viewOf } from '#model/method/define-fact.ts'
import { explain, type Reason } from '#model/method/explain.ts'
import { facts } from '#model/method/facts.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import { breakthroughPlan } from '#model/method/plan.ts'
import { itemReady } from '#model/method/readiness.ts'
import type { Gains } from '#model/method/simulate.ts'
import type { Element } from '#model/schema/element.ts'
import { documents } from '../support/arbitraries.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('C8 plan and explanation')

const factsOf = (elements: readonly Element[]): Facts => buildFacts(facts, lookUp.start(snapshotOf(elements)))

const viewIn = (known: Facts) => viewOf(known.state, known.values, known.totals)

/** What is ready, counted anew from the whole document. */
function readyIn(known: Facts): Gains {
  const { satisfaction, indicators, items, units, modules, systems } = ledgerOf(viewIn(known))
  return {
    requirements: satisfaction.satisfied,
    indicators: indicators.ready,
    items: items.ready,
    units: units.ready,
    modules: modules.ready,
    systems: systems.ready,
  }
}

const difference = (after: Gains, before: Gains): Gains => ({
  requirements: after.requirements - before.requirements,
  indicators: after.indicators - before.indicators,
  items: after.items - before.items,
  units: after.units - before.units,
  modules: after.modules - before.modules,
  systems: after.systems - before.systems,
})

/** The document with every open entry that names the service connected. */
const connected = (elements: readonly Element[], service: string): readonly Element[] =>
  elements.map(one => {
    const isOpen = one.kind === 'sharing' && one['service'] === service && !isConnected(stateOf(one))
    return isOpen ? { ...one, state: 'connected' } : one
  })

/** Connects the services of the plan one by one in the document itself, and compares what it gains with what the plan said. */
function followPlan(elements: readonly Element[], most: number): void {
  const start = factsOf(elements)
  const { steps } = breakthroughPlan(viewIn(start))
  let now = elements
  let before = readyIn(start)
  for (const { service, gains, cumulative, rank } of steps.slice(0, most)) {
    now = connected(now, service.id)
    const after = readyIn(factsOf(now))
    expect(difference(after, before), `step ${rank}, ${service.name}`).toEqual(gains)
    expect(difference(after, readyIn(start)), `up to step ${rank}`).toEqual(cumulative)
    before = after
    count()
  }
}

const templateOf = (name: string): readonly Element[] =>
  (JSON.parse(readFileSync(new URL(`../../templates/${name}/template.json`, import.meta.url), 'utf8')) as { elements: readonly Element[] })
    .elements

describe('[C8] what the plan promises of a service is what connecting it brings', () => {
  test.each(['sanzi', 'hazardous-chemicals', 'newborn', 'business-start'])('%s', name => followPlan(templateOf(name), 100))

  test('a document of 3,000 elements', () => followPlan(elementsOf(3_000), 12))

  test('random documents', () => {
    fc.assert(
      fc.property(documents(60), snapshot => followPlan([...snapshot.values()], 20)),
      { numRuns },
    )
  })
})

function* leavesOf(reasons: readonly Reason[]): Iterable<Reason> {
  for (const reason of reasons) {
    if (reason.because.length === 0) yield reason
    yield* leavesOf(reason.because)
  }
}

test('[C1] an explanation agrees with readiness, gives reasons exactly where something is missing, and ends at what is open', () => {
  for (const elements of [templateOf('sanzi'), templateOf('newborn'), elementsOf(1_500)]) {
    const known = factsOf(elements)
    const view = viewIn(known)
    for (const { id, kind } of elements) {
      const explanation = explain(id, view)
      if (explanation === undefined) continue
      count()
      expect(explanation.because.length === 0 || !explanation.ready, id).toBe(true)
      if (kind !== 'item') continue
      expect(explanation.ready, id).toBe(valueOf(known, itemReady, id)?.ready)
      expect(explanation.because.length > 0, id).toBe(!explanation.ready)
      for (const leaf of leavesOf(explanation.because)) {
        const entry = view.get(leaf.element)
        if (entry?.kind === 'sharing') expect(isConnected(stateOf(entry)), leaf.element).toBe(false)
        if (leaf.kind === 'dataItem') expect(['noRequirement', 'notStarted'], leaf.element).toContain(leaf.state)
      }
    }
  }
})
