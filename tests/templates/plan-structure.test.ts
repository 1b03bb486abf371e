import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeListOf } from '#model/code-lists/index.ts'
import type { Element, Line } from '#model/schema/element.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const vocabulary = read('./plan-vocabulary.json')
const elementsOf = (name: string): readonly Element[] => read(`../../templates/${name}/template.json`).elements

/** The plan writes half-width punctuation where templates write full-width. */
const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')
const folded = (texts: readonly string[]): readonly string[] => texts.map(fold)

interface Application {
  readonly no: number
  readonly zh: string
  readonly modules: readonly string[]
  readonly integratedSystems: readonly string[]
  readonly executionChain: readonly string[]
  readonly dataUsed: readonly string[]
}

/** Names of the steps of a flow from start to end, without both. */
function stagesOf(flow: Element, elements: readonly Element[]): readonly string[] {
  const links = elements.filter(one => one.kind === 'link' && one.owner === flow.id)
  const names = new Map(elements.filter(one => one.kind === 'step').map(one => [one.id, one.name]))
  const next = new Map(links.map(one => [one['from'] as string, one['to'] as string]))
  let at = elements.find(one => one.kind === 'step' && one.owner === flow.id && one['type'] === 'startEvent')?.id
  const stages: string[] = []
  while (at !== undefined && stages.length < 50) {
    stages.push(names.get(at) ?? '')
    at = next.get(at)
  }
  return stages.slice(1, -1)
}

const kindOf = (elements: readonly Element[], kind: string): readonly Element[] => elements.filter(one => one.kind === kind)

describe('what belongs to which application', () => {
  const elements = elementsOf('plan-government')
  const nameOf = new Map(elements.map(one => [one.id, one.name]))
  const applications = vocabulary.digitalGovernment.applications as readonly Application[]

  test.each(applications.map(one => [one.no, one] as const))('application %i', (no, application) => {
    const business = kindOf(elements, 'coreBusiness').find(one => fold(one.name) === fold(application.zh)) as Element
    const modules = kindOf(elements, 'module').filter(one => one.owner === business.id)
    const system = kindOf(elements, 'system').find(one => one.name === business.name) as Element
    const integrated = ((system['integrations'] as readonly Line[] | undefined) ?? []).map(line => nameOf.get(String(line['system'])) ?? '')
    const chains = kindOf(elements, 'flow').filter(one => one.owner === business.id)
    const data = kindOf(elements, 'resource').filter(
      one => one['coreBusiness'] === business.id || String(one['note']).includes(`${business.name}也使用`),
    )
    expect(folded(modules.map(one => one.name))).toStrictEqual(folded(application.modules))
    expect((system['covers'] as readonly string[]).length).toBe(modules.length)
    expect(folded(integrated)).toStrictEqual(folded(application.integratedSystems))
    expect(chains.map(one => folded(stagesOf(one, elements)))).toStrictEqual(
      application.executionChain.length > 0 ? [folded(application.executionChain)] : [],
    )
    expect(folded(data.map(one => one.name)).toSorted()).toStrictEqual(folded(application.dataUsed).toSorted())
    const [clause] = business['bases'] as readonly string[]
    expect(elements.find(one => one.id === clause)?.['clause']).toBe(`二（三）${no}`)
  })

  test('the life cycle of enterprises belongs to the sixth', () => {
    const sixth = kindOf(elements, 'coreBusiness')[5] as Element
    expect((sixth['sourceItems'] as readonly string[]).map(id => fold(nameOf.get(id) ?? ''))).toStrictEqual(
      folded(vocabulary.digitalGovernment.applications[5].enterpriseLifecycle),
    )
  })
})

describe('names for code', () => {
  test.each([
    ['plan-government', 'coreBusiness', vocabulary.digitalGovernment.applications],
    ['plan-law', 'coreBusiness', vocabulary.digitalRuleOfLaw.threeSystems.map(([zh, en]: readonly string[]) => ({ zh, en }))],
    ['plan-platform', 'unit', vocabulary.system152.dataDomains],
  ] as const)('%s: every %s has the English name of the vocabulary', (template, kind, named) => {
    const english = new Map(kindOf(elementsOf(template), kind).map(one => [fold(one.name), one['english']]))
    for (const { zh, en } of named as readonly { readonly zh: string; readonly en: string }[])
      expect([zh, english.get(fold(zh))]).toStrictEqual([zh, en])
  })
})

describe('pairs and orders', () => {
  test('every main domain has its own value, by label', () => {
    for (const one of kindOf(elementsOf('plan-holistic'), 'coreBusiness')) {
      if (one['domain'] === undefined) continue
      expect(codeListOf('mainDomain')?.values.find(value => value.value === one['domain'])?.label).toBe(one.name)
    }
  })

  test('every field of society has its goal', () => {
    const pairs = kindOf(elementsOf('plan-society'), 'coreBusiness').map(one => [one.name, one['definition']])
    const { domains12, twelveHas } = vocabulary.digitalSociety
    expect(pairs).toStrictEqual(domains12.list.map((name: string, index: number) => [name, twelveHas.list[index]]))
  })

  test('five scenes, each with what it is for', () => {
    const scenes = kindOf(elementsOf('plan-holistic'), 'scene').map(one => `${one['domainText']}“${one.name}”`)
    const { quote } = vocabulary.holisticGovernance.scenes
    for (const scene of scenes) expect(quote).toContain(scene)
  })

  test('horizontal and vertical in their order', () => {
    const { fourHorizontal, fourVertical } = vocabulary.system152
    const modules = kindOf(elementsOf('plan-platform'), 'module').map(one => [one.name, one['definition']])
    expect(modules).toStrictEqual([
      ...fourHorizontal.map((name: string) => [name, '四横之一']),
      ...fourVertical.map((name: string) => [name, '四纵之一']),
    ])
  })

  test.each([
    ['plan-platform', '履职全周期', vocabulary.system152.dutyCycle.list],
    ['plan-platform', '应用管理标准化流程', vocabulary.system152.appLifecycle.list],
    ['plan-platform', '公共数据全生命周期安全防护', vocabulary.system152.dataLifecycle.list],
    ['plan-law', '“大执法”全流程闭环', vocabulary.digitalRuleOfLaw.enforcementLoop.list],
    ['plan-work', '四环闭环', vocabulary.safeguards.closedLoop4.list],
    ['plan-work', '数字化项目全生命周期', vocabulary.theoryAndRules.projectLifecycle.list],
  ])('%s: %s', (name, flow, stages) => {
    const elements = elementsOf(name)
    const found = kindOf(elements, 'flow').find(one => one.name === flow) as Element
    expect(stagesOf(found, elements)).toStrictEqual(stages)
  })
})
