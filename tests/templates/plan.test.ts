import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeListOf } from '#model/code-lists/index.ts'
import { kindOf } from '#model/kinds/index.ts'
import type { Element } from '#model/schema/element.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What the plan names, read out of it by hand and independently of the templates. */
const vocabulary = JSON.parse(read('./plan-vocabulary.json'))

/** The plan in simplified characters and full-width punctuation: what the Traditional copy says, its four damaged places restored. */
const plan = fold(read('./plan-2021.txt'))

const templates = new Map<string, readonly Element[]>()
const elementsOf = (name: string): readonly Element[] => {
  const known = templates.get(name) ?? (JSON.parse(read(`../../templates/${name}/template.json`)).elements as Element[])
  templates.set(name, known)
  return known
}
const all = (name: string, kind: string): readonly Element[] => elementsOf(name).filter(one => one.kind === kind)
const namesOf = (name: string, kind: string): readonly string[] => all(name, kind).map(one => one.name)

/** Width of punctuation and blanks tell nothing apart. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}

/** Parts of the vocabulary, the templates that hold them, and how many of its entries there are at least. */
const places: readonly (readonly [part: string, templates: readonly string[]])[] = [
  ['system152', ['plan-platform', 'plan-work', 'plan-holistic', 'plan-law']],
  ['holisticGovernance', ['plan-holistic']],
  ['digitalGovernment', ['plan-government']],
  ['digitalEconomy', ['plan-economy']],
  ['digitalSociety', ['plan-society']],
  ['digitalRuleOfLaw', ['plan-law']],
  ['vModel', ['plan-work']],
  ['theoryAndRules', ['plan-work']],
  ['safeguards', ['plan-work']],
  ['timeline', ['plan-work']],
  ['targets', ['plan-targets']],
]

/** What of the vocabulary is in no template, and why. */
const leftOut: readonly (readonly [path: RegExp, why: string])[] = [
  [/^source\./u, 'says where the vocabulary comes from'],
  [/\.note$/u, 'remarks of the reader, none of the plan'],
  [/^targets\.\d+\.(?:scope|operator)$/u, 'compared on its own below'],
]

interface Leaf {
  readonly path: string
  readonly text: string
}

/** Every text with Chinese in it. English keys are names for code. */
function leavesOf(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [{ path, text: value }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** Texts of a template by element kind, with the labels of its choices. */
function textsOf(name: string): { readonly exact: ReadonlySet<string>; readonly all: string } {
  const exact = new Set<string>()
  const quotes: string[] = []
  const add = (value: unknown, list?: string): void => {
    if (typeof value === 'string') exact.add(fold(codeListOf(list ?? '')?.values.find(one => one.value === value)?.label ?? value))
    else if (Array.isArray(value)) for (const one of value) add(one, list)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) add(one)
  }
  for (const element of elementsOf(name)) {
    if (element.kind === 'basis') quotes.push(fold(String(element['quote'] ?? '')))
    else for (const [field, value] of Object.entries(element)) add(value, kindOf(element.kind)?.fields[field]?.list)
  }
  return { exact, all: [...exact, ...quotes].join('\n') }
}

/** Members of lists are elements or values of their own; sentences stand somewhere, at least in the quoted clause. */
const isMember = ({ path }: Leaf): boolean => /\.\d+(?:\.\d+)?$/u.test(path) && !/\.(?:quotes|rules|mirror)\./u.test(path)

describe('everything the plan names is in its template', () => {
  test('every part of the vocabulary has a place, or a reason for none', () => {
    const parts = places.map(([part]) => part)
    const missing = Object.keys(vocabulary).filter(part => !parts.includes(part) && !leftOut.some(([path]) => path.test(`${part}.`)))
    expect(missing).toStrictEqual([])
  })

  test.each(places)('%s', (part, names) => {
    const texts = names.map(textsOf)
    const leaves = leavesOf(vocabulary[part], part).filter(({ path }) => !leftOut.some(([pattern]) => pattern.test(path)))
    expect(leaves.length).toBeGreaterThan(0)
    const missing = leaves.filter(leaf => {
      const text = fold(leaf.text)
      return !texts.some(one => (isMember(leaf) ? one.exact.has(text) : one.all.includes(text)))
    })
    expect(missing).toStrictEqual([])
  })

  test('every reason is needed', () => {
    const paths = leavesOf(vocabulary, '').map(one => one.path)
    for (const [pattern] of leftOut) expect([pattern, paths.some(path => pattern.test(path))]).toStrictEqual([pattern, true])
  })
})

describe('the numbers of the plan', () => {
  test.each([
    ['plan-platform', 'module', 8],
    ['plan-platform', 'organisation', 10],
    ['plan-holistic', 'scene', 5],
    ['plan-holistic', 'majorTask', 9],
    ['plan-holistic', 'module', 5],
    ['plan-government', 'coreBusiness', 13],
    ['plan-society', 'coreBusiness', 12],
    ['plan-law', 'coreBusiness', 3],
    ['plan-targets', 'indicator', 39],
  ] as const)('%s has its %s: %i', (name, kind, count) => expect(all(name, kind)).toHaveLength(count))

  test('19 main domains, each its own', () => {
    const domains = all('plan-holistic', 'coreBusiness').flatMap(one => one['domain'] ?? [])
    expect([domains.length, new Set(domains).size]).toStrictEqual([19, 19])
  })

  test('six centres, three domains of data, two terminals, five applications', () => {
    expect(new Set(all('plan-platform', 'component').flatMap(one => one['centre'] ?? [])).size).toBe(6)
    expect(namesOf('plan-platform', 'unit')).toEqual(expect.arrayContaining(['基础域', '共享域', '开放域']))
    expect(all('plan-platform', 'system').find(one => one['target'] === true)?.['terminals']).toStrictEqual(['zheliban', 'zhezhengding'])
    expect(namesOf('plan-platform', 'system').filter(name => name.endsWith('综合应用'))).toHaveLength(5)
  })

  test('nine scenes of the future community, three full coverages, five sorts of chain data, six of fusion', () => {
    const community = all('plan-society', 'scene').find(one => one.name === '未来社区')
    expect(all('plan-society', 'scene').filter(one => one.owner === community?.id)).toHaveLength(9)
    const values = (template: string, list: string) => all(template, 'codeList').find(one => one.name === list)?.['values']
    expect(values('plan-law', '三个全覆盖')).toHaveLength(3)
    expect(values('plan-economy', '六类数据融合应用')).toHaveLength(6)
    expect(values('plan-government', '安全生产八个重点领域')).toHaveLength(8)
    expect(values('plan-work', '八类标准')).toHaveLength(8)
    expect(all('plan-economy', 'resource')).toHaveLength(5)
  })

  test('weekly, monthly and two-monthly: the rhythm of work is there', () => {
    const cadences = all('plan-work', 'measure').flatMap(one => one['cadence'] ?? [])
    expect(cadences).toStrictEqual(['每两个月', '周/月', '月/周', '两月/年'])
    expect(all('plan-work', 'criterion').filter(one => /^[LR]\d$/u.test(String(one['of'])))).toHaveLength(15)
  })
})

describe('the 39 targets', () => {
  const scopes: { readonly [scope: string]: string } = {
    公共数据平台: 'plan-platform',
    全局: 'plan-platform',
    党政机关整体智治: 'plan-holistic',
    数字政府: 'plan-government',
    数字经济: 'plan-economy',
    数字社会: 'plan-society',
    数字法治: 'plan-law',
  }

  test.each((vocabulary.targets as { readonly id: string }[]).map(one => [one.id, one] as const))('%s', (id, stated) => {
    const { zh, unit, value, by, operator, quote, scope } = stated as unknown as { readonly [field: string]: string }
    const homes = ['plan-targets', scopes[scope ?? ''] ?? '']
    for (const home of homes) {
      const [element, ...others] = all(home, 'indicator').filter(one => one['code'] === id)
      expect([home, others]).toStrictEqual([home, []])
      const isNumber = operator !== 'milestone'
      expect(fold(element?.name ?? '').replace(/\(\d{4}年\)$/u, '')).toBe(fold(zh ?? ''))
      expect(element?.['target']).toBe(isNumber ? value : undefined)
      expect(element?.['unit'] ?? '').toBe(unit)
      expect(element?.['due'] ?? '—').toBe(by)
      expect(fold(String(element?.['caliber']))).toContain(fold(quote ?? ''))
      expect(String(element?.['caliber'])).toContain(
        { '=': '达到', '>=': '不低于', '>': '超过', '≈': '左右', milestone: '按期' }[operator ?? ''],
      )
    }
  })
})

describe.each([...new Set(places.flatMap(([, names]) => names))])('%s', name => {
  test('quotes clauses as the plan has them', () => {
    const clauses = all(name, 'basis').filter(one => one['clause'] !== undefined)
    expect(clauses.length).toBeGreaterThan(0)
    for (const clause of clauses) {
      expect(plan).toContain(fold(clause.name))
      for (const paragraph of String(clause['quote']).split('\n')) expect(plan).toContain(fold(paragraph))
    }
  })

  test('says of every element which clause it comes from', () => {
    const made = new Set(['document', 'basis', 'step', 'link'])
    const cites = (one: Element): boolean =>
      one['bases'] !== undefined || one['basis'] !== undefined || /出处：方案[一二三]（/u.test(String(one['note']))
    expect(
      elementsOf(name)
        .filter(one => !made.has(one.kind) && !cites(one))
        .map(one => one.id),
    ).toStrictEqual([])
  })

  test('has nothing that is made up: no organisation leads, no formula, no value but the targets', () => {
    const made = elementsOf(name).filter(one => one['lead'] !== undefined || one['formula'] !== undefined || one['provider'] !== undefined)
    expect(made).toStrictEqual([])
  })
})
