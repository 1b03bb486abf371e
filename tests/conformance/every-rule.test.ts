import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { tidy } from '#model/document/draft.ts'
import { buildFacts, type Facts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { samples as general } from '#model/rules/everywhere/samples.ts'
import { type Finding, type Fix, promises, type Rule, ruleFacts, rules } from '#model/rules/index.ts'
import { samples as l1 } from '#model/rules/l1-core-business/samples.ts'
import { samples as l2 } from '#model/rules/l2-modules/samples.ts'
import { samples as l3 } from '#model/rules/l3-units/samples.ts'
import { samples as l4 } from '#model/rules/l4-items/samples.ts'
import { samples as l5 } from '#model/rules/l5-flows/samples.ts'
import { samples as l6 } from '#model/rules/l6-collaborations/samples.ts'
import { samples as l7 } from '#model/rules/l7-indicators/samples.ts'
import { samples as l8 } from '#model/rules/l8-data/samples.ts'
import { samples as r1 } from '#model/rules/r1-sharing/samples.ts'
import { samples as r2 } from '#model/rules/r2-services/samples.ts'
import { samples as r3 } from '#model/rules/r3-r7-integration/samples.ts'
import type { Samples } from '#model/rules/sample.ts'
import { samples as scenes } from '#model/rules/scenes/samples.ts'
import { samples as targets } from '#model/rules/targets/samples.ts'
import { isWaived } from '#model/rules/waivers.ts'
import type { Element } from '#model/schema/element.ts'
import { text } from '#words/index.ts'
import { documents } from '../support/arbitraries.ts'
import { watchedView } from '../support/watched-view.ts'

const samples: Samples = { ...l1, ...l2, ...l3, ...l4, ...l5, ...l6, ...l7, ...l8, ...r1, ...r2, ...r3, ...targets, ...scenes, ...general }

const sampleOf = ({ id }: Rule) => samples[id] ?? { bad: [], good: [] }

const known = (snapshot: Snapshot): Facts => buildFacts([...facts, ...ruleFacts], lookUp.start(snapshot))

const snapshotFrom = (elements: readonly Element[]): Snapshot => snapshotOf(elements.map(tidy))

function found({ id }: Rule, elements: readonly Element[]): readonly Finding[] {
  const findings = known(snapshotFrom(elements)).values.get(id)?.values() ?? []
  return [...(findings as Iterable<readonly Finding[]>)].flat()
}

/** The elements with a fix done to them. */
function repaired(elements: readonly Element[], fixes: readonly Fix[]): readonly Element[] {
  const result = new Map(elements.map(element => [element.id, element] as const))
  for (const [index, fix] of fixes.entries()) {
    if ('add' in fix) result.set(`new${index}`, { ...fix.fields, id: `new${index}`, kind: fix.add, name: fix.name })
    else result.set(fix.set, { ...result.get(fix.set), ...fix.fields } as Element)
  }
  return [...result.values()]
}

/** Everything a rule reads on these elements without declaring it. */
function undeclaredReadings(rule: Rule, snapshot: Snapshot): readonly string[] {
  const { state, values, totals } = known(snapshot)
  const view = viewOf(state, values, totals)
  return [...snapshot.values()]
    .filter(element => (rule.on as readonly string[]).includes(element.kind))
    .flatMap(element => {
      const watched = watchedView(rule, element, view)
      Array.from(rule.check(element, watched.view))
      return [...watched.undeclared]
    })
}

const sanzi = (): Snapshot =>
  snapshotFrom(JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')).elements)

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('[C3.4] has two samples, both whole documents', () => {
    for (const elements of [sampleOf(rule).bad, sampleOf(rule).good]) {
      expect(elements.length).toBeGreaterThan(0)
      expect(breachesOf(snapshotFrom(elements))).toStrictEqual([])
    }
  })

  test('[C3.4] objects to the one and not to the other', () => {
    const findings = found(rule, sampleOf(rule).bad)
    expect(findings.length).toBeGreaterThan(0)
    for (const finding of findings) expect(finding).toMatchObject({ rule: id, severity: rule.severity, step: rule.step })
    expect(found(rule, sampleOf(rule).good)).toStrictEqual([])
  })

  test('[C3.1] its id names its step', () => {
    const [, step] = id.split('-')
    expect(['X', 'T', 'TARGET', rule.step]).toContain(step)
    expect(rule.source).not.toBe('')
  })

  test('says what is wrong, with every value filled in, what to do, why, and how it looks when it is right', () => {
    for (const finding of found(rule, sampleOf(rule).bad)) {
      const message = text(id, { name: 'N', ...finding.values })
      expect(message).toMatch(/^[^{}]*[。]$/u)
      const named = [...text(id, asThemselves(String(finding.values['case'] ?? ''))).matchAll(/\{(\w+)(?::\w+)?\}/gu)].map(
        match => match[1] ?? '',
      )
      for (const value of named) expect({ name: 'N', ...finding.values }, value).toHaveProperty(value)
    }
    for (const key of ['do', 'why', 'example']) expect(text(`${id}/${key}`), key).toMatch(/[。.XK…]$|\p{L}$/u)
  })

  test('[C3.4] its fix takes the finding away', () => {
    const { bad } = sampleOf(rule)
    const { state, values, totals } = known(snapshotFrom(bad))
    const [finding] = found(rule, bad)
    const element = bad.find(one => one.id === finding?.element)
    const fixes = element && rule.fix?.(tidy(element), viewOf(state, values, totals))
    if (fixes === undefined || fixes.length === 0) return
    const after = repaired(bad, fixes)
    expect(breachesOf(snapshotFrom(after))).toStrictEqual([])
    expect(found(rule, after).filter(one => one.element === finding?.element)).toStrictEqual([])
  })

  test('[C3.5] a waiver silences it until it expires', () => {
    const [finding] = found(rule, sampleOf(rule).bad)
    const waiver = { id: 'waiver', kind: 'waiver', name: '', rule: id, object: finding?.element ?? '', expires: '2026-08-01' }
    const { state, values } = known(snapshotFrom([...sampleOf(rule).bad, waiver]))
    const at = (today: string) => finding && isWaived(finding, viewOf(state, values), today)
    expect([at('2026-07-31'), at('2026-08-01')]).toStrictEqual([true, false])
  })

  test('reads nothing it does not declare', () => {
    for (const elements of [sampleOf(rule).bad, sampleOf(rule).good])
      expect(undeclaredReadings(rule, snapshotFrom(elements))).toStrictEqual([])
    expect(undeclaredReadings(rule, sanzi())).toStrictEqual([])
  })
})

/** Every value as its placeholder, so that the template can be read through the door. */
function asThemselves(which: string): { readonly [name: string]: string } {
  return new Proxy({}, { get: (_, name) => (name === 'case' ? which : `{${String(name)}}`) })
}

test('no rule reads what it does not declare, on documents of any sort', () => {
  fc.assert(
    fc.property(documents(25), snapshot => {
      for (const rule of rules)
        expect({ rule: rule.id, undeclared: undeclaredReadings(rule, snapshot) }).toStrictEqual({ rule: rule.id, undeclared: [] })
    }),
    { numRuns: 40 },
  )
})

test('a rule that reads behind its declaration is found out', () => {
  const sly: Rule = {
    ...(rules[0] as Rule),
    on: ['item'],
    looksAt: [['ref lead', 'level']],
    *check({ id, lead }, { get, lookups }) {
      if (get(String(lead))?.name === 'o' && lookups.ownedBy(id).length > 0) yield {}
    },
  }
  const readings = undeclaredReadings(
    sly,
    snapshotFrom([
      { id: 'o', kind: 'organisation', name: 'o' },
      { id: 'i', kind: 'item', name: 'i', lead: 'o' },
    ]),
  )
  expect(readings.map(reading => reading.split(' ').slice(0, 2).join(' '))).toStrictEqual(['reads organisation.name', 'asks i'])
})

test('[C3.1] ids are unique, every sample belongs to a rule, and what the program keeps is in the catalogue', () => {
  const ids = rules.map(rule => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(Object.keys(samples).sort()).toStrictEqual([...ids].sort())
  for (const { id } of promises) for (const key of [id, `${id}/do`, `${id}/why`]) expect(text(key), key).not.toBe('')
})
