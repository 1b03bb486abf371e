import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { buildFacts } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { refIn } from '#model/method/reading.ts'
import { type Finding, ruleFacts } from '#model/rules/index.ts'
import type { Element } from '#model/schema/element.ts'

interface Expected {
  readonly rule: string
  readonly severity: string
  readonly refs: readonly string[]
}

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const { expectedFindings } = read('../templates/worked-model.json') as { readonly expectedFindings: readonly Expected[] }

const { elements } = read('../../templates/sanzi/template.json') as { readonly elements: readonly Element[] }

const state = lookUp.start(snapshotOf(elements))
const known = buildFacts([...facts, ...ruleFacts], state)

const found = (rule: string): readonly Finding[] => [...((known.values.get(rule)?.values() ?? []) as Iterable<readonly Finding[]>)].flat()

/** What a finding is about, as the worked model names it: a requirement by its data item. Source: contracts C3.2. */
function namedThere({ element }: Finding): string {
  const at = state.snapshot.get(element)
  return at?.kind === 'requirement' ? (refIn(at, 'dataItem') ?? '') : element
}

describe('[C1.11] the worked model: the expected findings come out exactly', () => {
  test.each(expectedFindings.map(one => [one.rule, one] as const))('%s', (rule, { severity, refs }) => {
    const findings = found(rule)
    expect(new Set(findings.map(one => one.severity))).toStrictEqual(new Set([severity]))
    const about = refs.length === 0 ? ['document'] : [...refs].sort()
    expect(findings.map(namedThere).sort()).toStrictEqual(about)
  })

  test('both rates', () => {
    expect(found('CHK-TARGET-T01')[0]?.values).toMatchObject({ rate: '78.38', target: 99 })
    expect(found('CHK-TARGET-T02')[0]?.values).toMatchObject({ rate: '81.82', target: 90 })
  })

  test('no other rule finds an error, and none failed', () => {
    const errors = ruleFacts.flatMap(({ id }) => found(id)).filter(finding => finding.severity === 'error')
    const expected = new Set(expectedFindings.map(one => one.rule))
    expect(errors.filter(finding => !expected.has(finding.rule))).toStrictEqual([])
  })
})
