import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '#model/compare/diff.ts'
import { lookUp } from '#model/derive/index.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { buildFacts, type Facts, updateFacts } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { type Finding, ruleFacts } from '#model/rules/index.ts'
import { setFields } from '#model/operations/index.ts'
import type { Element, ElementId } from '#model/schema/element.ts'
import { branches, histories } from '../support/arbitraries.ts'
import { sessionOf } from '../support/random-edits.ts'
import { countCases, numRuns } from '../support/runs.ts'

const { count } = countCases('rules')

const list = [...facts, ...ruleFacts]

/** Findings and totals in an order of their own, whatever their making. */
const content = ({ values, totals }: Facts) => ({
  totals: [...totals].sort(),
  findings: ruleFacts.map(({ id }) => [id, [...(values.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))]),
})

function followed(from: Snapshot, to: Snapshot): { readonly kept: Facts; readonly anew: Facts } {
  const before = lookUp.start(from)
  const delta = diff(from, to)
  return {
    kept: updateFacts(list, buildFacts(list, before), lookUp.next(before, delta), delta),
    anew: buildFacts(list, lookUp.start(to)),
  }
}

describe('rules', () => {
  test('[R1] checking what an edit touched equals checking everything', () => {
    fc.assert(
      fc.property(branches, ({ ours, theirs }) => {
        count()
        const { kept, anew } = followed(ours, theirs)
        expect(content(kept)).toStrictEqual(content(anew))
      }),
      { numRuns },
    )
  })

  test('[R1] edit after edit too', () => {
    fc.assert(
      fc.property(histories, ([a, b, c]) => {
        count()
        const { kept } = followed(a, b)
        const state = lookUp.start(b)
        const delta = diff(b, c)
        expect(content(updateFacts(list, kept, lookUp.next(state, delta), delta))).toStrictEqual(content(buildFacts(list, lookUp.start(c))))
      }),
      { numRuns },
    )
  })

  test('[R1] no rule throws, whatever the document', () => {
    fc.assert(
      fc.property(branches, ({ ours }) => {
        count()
        const known = buildFacts(list, lookUp.start(ours))
        const findings = ruleFacts.flatMap(({ id }) => [...((known.values.get(id)?.values() ?? []) as Iterable<readonly Finding[]>)]).flat()
        expect(findings.filter(finding => finding.rule === 'program/rule-failed')).toStrictEqual([])
      }),
      { numRuns: Math.min(numRuns, 200) },
    )
  })
})

describe('an edit recomputes only what it concerns', () => {
  const elements: Element[] = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')).elements

  /** How many values of rules one edit of the worked model computes. */
  function computedBy(id: ElementId, fields: { readonly [field: string]: string }): number {
    const session = sessionOf(snapshotOf(elements))
    const before = lookUp.start(session.snapshot())
    const known = buildFacts(list, before)
    session.run(setFields, { id, fields })
    const delta = diff(before.snapshot, session.snapshot())
    const { computed } = updateFacts(list, known, lookUp.next(before, delta), delta)
    return ruleFacts.reduce((sum, { id: rule }) => sum + (computed.get(rule) ?? 0), 0)
  }

  test.each([
    ['the state of a sharing entry', 'sh-12', { state: 'connected' }, 50],
    ['the name of an item', 'item-05', { name: '合同签订登记' }, 70],
    ['the name of an organisation that many refer to', 'org-nync', { shortName: '农业农村局' }, 160],
    ['a note', 'item-05', { note: '见附件' }, 60],
  ])('%s', (_, id, fields, most) => {
    const computed = computedBy(id, fields)
    expect(computed).toBeGreaterThan(0)
    expect(computed).toBeLessThanOrEqual(most)
  })

  test('everything would be far more', () => {
    const all = ruleFacts.reduce((sum, { on }) => sum + elements.filter(element => on.includes(element.kind)).length, 0)
    expect(all).toBeGreaterThan(5_000)
  })
})
