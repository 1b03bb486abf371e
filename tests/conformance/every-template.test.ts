import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeListOf } from '#model/code-lists/index.ts'
import { breachesOf, lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { kindOf } from '#model/kinds/index.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { evaluated } from '#model/method/evaluated.ts'
import { facts } from '#model/method/facts.ts'
import type { Field } from '#model/schema/define-field.ts'
import { commonFields } from '#model/schema/define-kind.ts'
import type { Duration, Element, Line } from '#model/schema/element.ts'

interface Template {
  readonly title: string
  readonly group: string
  readonly purpose: string
  readonly source: string
  readonly illustrative: boolean
  readonly versions?: readonly { readonly id: string; readonly name: string; readonly date: string; readonly overlay?: string }[]
  readonly omitted?: readonly string[]
  readonly elements: readonly Element[]
}

const folder = new URL('../../templates/', import.meta.url)
const names = readdirSync(folder)
const open = (name: string): Template => JSON.parse(readFileSync(new URL(`${name}/template.json`, folder), 'utf8'))

/** Values of choices, with the list they must stand in. */
function choicesIn(field: Field, value: unknown): (readonly [list: string, value: string])[] {
  const list = field.list ?? ''
  if (value === undefined) return []
  if (field.type === 'choice') return [[list, String(value)]]
  if (field.type === 'choices') return (value as readonly string[]).map(one => [list, one] as const)
  if (field.type === 'duration') return [(value as Duration).unit].flatMap(unit => (unit === undefined ? [] : [[list, unit] as const]))
  if (field.type !== 'lines') return []
  const columns = Object.entries(field.columns ?? {})
  return (value as readonly Line[]).flatMap(line => columns.flatMap(([name, column]) => choicesIn(column, line[name])))
}

test('there are templates to start from', () => expect(names).toEqual(expect.arrayContaining(['blank', 'sanzi', 'sanzi-v1'])))

describe.each(names)('%s', name => {
  const { elements, ...about } = open(name)
  const snapshot = snapshotOf(elements)

  test('says what it is for and where it comes from', () => {
    expect(about.title).toMatch(/\p{Script=Han}/u)
    expect(about.purpose).toMatch(/\p{Script=Han}/u)
    expect(typeof about.illustrative).toBe('boolean')
    expect(['blank', 'worked', 'plan']).toContain(about.group)
    if (about.group !== 'blank') expect(about.source).not.toBe('')
  })

  test('every element parses, and ids are distinct', () => {
    for (const element of elements) {
      const kind = kindOf(element.kind)
      expect([element.id, kind?.schema.safeParse(element).error?.issues]).toStrictEqual([element.id, undefined])
      expect([element.id, kind?.accepts(element)]).toStrictEqual([element.id, true])
    }
    expect(new Set(elements.map(element => element.id)).size).toBe(elements.length)
  })

  test('it is whole: no reference goes nowhere, owners fit', () => expect(breachesOf(snapshot)).toStrictEqual([]))

  test('[C9.1] every choice is an internal value of its list', () => {
    for (const element of elements)
      for (const [field, declared] of Object.entries({ ...commonFields, ...kindOf(element.kind)?.fields }))
        for (const [list, value] of choicesIn(declared, element[field])) {
          const known = codeListOf(list)?.values.some(one => one.value === value)
          expect([element.id, field, value, known]).toStrictEqual([element.id, field, value, true])
        }
  })

  test('[C9.4] it has one document element, which names it', () => {
    const documents = elements.filter(element => element.kind === 'document')
    expect(documents.map(one => [one['template'], one['illustrative'] ?? false])).toStrictEqual([[name, about.illustrative]])
    if (about.versions) expect(about.versions.map(version => version.id)).toContain(documents[0]?.['version'])
  })

  test('siblings have places of their own', () => {
    const places = elements.flatMap(({ kind, owner, order }) => (owner === undefined ? [] : [`${kind} ${owner} ${order}`]))
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toStrictEqual([])
  })

  test('[C4] every indicator with a formula computes from its samples', () => {
    const state = lookUp.start(snapshot)
    const view = viewOf(state, buildFacts(facts, state).values)
    const indicators = elements.filter(element => element.kind === 'indicator')
    // The plan gives targets and no formulas; a worked model has one for each.
    if (about.group === 'worked') expect(indicators.filter(one => one['formula'] === undefined)).toStrictEqual([])
    for (const indicator of indicators.filter(one => one['formula'] !== undefined)) {
      const { missing, problems } = evaluated(indicator, view)
      expect([indicator.id, missing, problems]).toStrictEqual([indicator.id, [], []])
    }
  })
})

describe('[C9.4] the first version of the worked model', () => {
  const whole = open('sanzi')
  const first = open('sanzi-v1')
  const gone = new Set(first.omitted)

  test('is the second without what it lists', () => {
    const ids = whole.elements.map(element => element.id).filter(id => !gone.has(id))
    expect(first.elements.map(element => element.id)).toStrictEqual(ids)
    expect(gone.size).toBe(whole.elements.length - first.elements.length)
    expect(gone.size).toBeGreaterThan(0)
  })

  test('does not mention what it lists', () => {
    const text = JSON.stringify(first.elements)
    expect([...gone].filter(id => text.includes(`"${id}"`))).toStrictEqual([])
  })

  test('everything that the worked model says came with v2 is gone', () => {
    const reference = JSON.parse(readFileSync(new URL('../templates/worked-model.json', import.meta.url), 'utf8'))
    const later: string[] = []
    JSON.stringify(reference, (_key, value) => {
      if (value?.introducedIn === 'v2') later.push(value.id)
      return value
    })
    expect(later.length).toBeGreaterThan(0)
    expect(later.filter(id => !gone.has(id))).toStrictEqual([])
  })
})
