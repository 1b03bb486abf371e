import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse, findingsOf } from '#model/analysis/index.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { datum } from '#model/method/datum.ts'
import { buildFacts, valueOf, viewOf } from '#model/method/define-fact.ts'
import { evidenceFor } from '#model/method/evidence.ts'
import { facts } from '#model/method/facts.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import { readyOf } from '#model/method/readiness.ts'
import { requirementLines } from '#model/method/requirements.ts'
import type { Element } from '#model/schema/element.ts'
import { evaluated } from '#model/method/evaluated.ts'
import { shown } from '#model/formula/index.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const reference = read('./worked-model.json')

const { elements } = read('../../templates/sanzi/template.json') as { elements: Element[] }

const snapshot = snapshotOf(elements)
const state = lookUp.start(snapshot)
const known = buildFacts(facts, state)
const view = viewOf(state, known.values, known.totals)
const all = (kind: string): Element[] => elements.filter(element => element.kind === kind)
const members = (element: Element, field: string): readonly string[] => (element[field] as readonly string[] | undefined) ?? []

function histogram(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe('[C1.11] the worked model: everything that is expected comes out of our own computation', () => {
  test('it is whole', () => expect(breachesOf(snapshot)).toStrictEqual([]))

  test('counts', () => {
    const items = all('item')
    const has = (item: Element, dimension: string): boolean => members(item, 'dimensions').includes(dimension)
    const collaborations = all('collaboration')
    const shared = requirementLines(view).filter(line => !line.datum.selfProduced)
    const counts = {
      coreBusinesses: all('coreBusiness').length,
      modules: all('module').length,
      units: all('unit').length,
      items: items.length,
      itemsGovernance: items.filter(item => has(item, 'governance')).length,
      itemsService: items.filter(item => has(item, 'service')).length,
      itemsBoth: items.filter(item => has(item, 'governance') && has(item, 'service')).length,
      flows: all('flow').length,
      steps: all('step').length,
      collaborations: collaborations.length,
      collaborationsDerived: collaborations.filter(one => evidenceFor(one, view).link).length,
      crossOrgPairs: new Set(collaborations.map(one => `${one['from']} ${one['to']}`)).size,
      indicators: all('indicator').length,
      indicatorsByLevel: histogram(all('indicator').map(one => String(one['level']))),
      dataRequirements: requirementLines(view).length,
      sharedRequirements: shared.length,
      selfProduced: requirementLines(view).length - shared.length,
      resources: all('resource').length,
      systems: all('system').length,
      organisations: all('organisation').length,
    }
    expect(counts).toStrictEqual(reference.expected.counts)
  })

  test('the three collaborations without a link are evidenced by data', () => {
    const others = all('collaboration').filter(one => !evidenceFor(one, view).link)
    expect(others.map(one => evidenceFor(one, view).data)).toStrictEqual([true, true, true])
  })

  test('both rates and what is ready', () => {
    const { satisfaction, minuteSatisfaction, ...shares } = ledgerOf(view)
    const { satisfaction: expected, minuteLevel } = reference.expected
    expect(satisfaction).toStrictEqual({
      satisfied: expected.satisfied,
      needed: expected.needed,
      rate: expected.rate,
      target: expected.target,
    })
    expect(minuteSatisfaction).toStrictEqual({
      satisfied: minuteLevel.satisfied,
      needed: minuteLevel.needed,
      rate: minuteLevel.rate,
      target: minuteLevel.target,
    })
    expect([shares.items.ready, shares.units.ready, shares.modules.ready, shares.indicators.ready]).toStrictEqual([
      reference.expected.itemsReady,
      reference.expected.unitsReady,
      reference.expected.modulesReady,
      reference.expected.indicatorsReady,
    ])
    expect(shares.systems).toStrictEqual({ ready: 0, total: 1 })
  })

  test('histograms of states, levels, share types and methods', () => {
    const { statusHistogram, securityHistogram, shareTypeHistogram, methodHistogram } = reference.expected
    expect(histogram(all('dataItem').map(one => valueOf(known, datum, one.id)?.state ?? ''))).toStrictEqual(statusHistogram)
    expect(histogram(all('dataItem').map(one => String(one['securityLevel'])))).toStrictEqual(securityHistogram)
    const { restricted, ...shareTypes } = shareTypeHistogram
    expect(histogram(all('dataItem').map(one => String(one['shareType'])))).toStrictEqual({ ...shareTypes, conditional: restricted })
    const { table, ...methods } = methodHistogram
    expect(histogram(all('dataItem').map(one => String(one['supplyMethod'])))).toStrictEqual({ ...methods, databaseTable: table })
  })

  test.each(['indicator', 'item', 'unit', 'module'])('%s integrations', kind => {
    const rows: Record<string, unknown>[] = reference.rightLeg[`${kind}Integrations`]
    const ours = rows.map(row => {
      const ready = readyOf(view.get(String(row[`${kind}Id`])) as Element, view)
      const [done, total] = kind === 'indicator' || kind === 'item' ? ['satisfied', 'needed'] : ['done', 'total']
      return {
        [`${kind}Id`]: row[`${kind}Id`],
        [done]: ready?.done,
        [total]: ready?.total,
        status: ready?.ready ? 'done' : 'partial',
      }
    })
    expect(ours).toStrictEqual(rows)
  })

  test('[C4.6] every indicator has its expected value from its samples', () => {
    for (const { id, expectedValue } of reference.indicators) {
      const { value, missing, problems } = evaluated(view.get(id) as Element, view)
      expect({ id, missing, problems }).toStrictEqual({ id, missing: [], problems: [] })
      expect(value && Number(shown(value)), id).toBe(expectedValue)
    }
  })
})

describe('[C3.2, C1.11] findings of the worked model', () => {
  const analysis = analyse(state, '2022-03-31')
  const found = findingsOf(analysis)
  const expectedFindings = reference.expectedFindings as readonly { rule: string; severity: string; refs: readonly string[] }[]

  test.each(expectedFindings.map(one => [one.rule, one] as const))('%s is exactly as expected', (rule, expected) => {
    const ours = found.filter(one => one.rule === rule)
    const refs = ours
      .map(one => (view.get(one.element)?.kind === 'document' ? '' : one.element.replace('rq-', 'dr-')))
      .filter(ref => ref !== '')
    expect(refs.sort()).toStrictEqual([...expected.refs].sort())
    expect(new Set(ours.map(one => one.severity))).toStrictEqual(new Set([expected.severity]))
    expect(ours.length).toBeGreaterThan(0)
  })

  test('a requirement blocked or across networks is found on the requirement, personal information on the data item', () => {
    const kinds = (rule: string) => [...new Set(found.filter(one => one.rule === rule).map(one => view.get(one.element)?.kind))]
    expect(
      ['CHK-R1-BLOCKED', 'CHK-R1-CROSSNET', 'CHK-L8-PII', 'CHK-L8-PIILEVEL', 'CHK-R1-UNSTRUCT', 'CHK-L8-LEVELUP'].map(kinds),
    ).toStrictEqual([['requirement'], ['requirement'], ['dataItem'], ['dataItem'], ['dataItem'], ['dataItem']])
  })
})
