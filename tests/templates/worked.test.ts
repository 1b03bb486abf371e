import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import { shown } from '#model/formula/index.ts'
import { buildFacts, type View, viewOf } from '#model/method/define-fact.ts'
import { evaluated } from '#model/method/evaluated.ts'
import { evidenceFor } from '#model/method/evidence.ts'
import { facts } from '#model/method/facts.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import { breakthroughPlan } from '#model/method/plan.ts'
import { readyOf } from '#model/method/readiness.ts'
import type { Element } from '#model/schema/element.ts'

/**
 * What must come out of a worked model, counted and computed by hand from its tables before the program was asked. A share is
 * «ready / total».
 */
interface Expected {
  readonly template: string
  /** Satisfied and needed requirements, rate in percent: all of them, and those of minute level. */
  readonly satisfaction: readonly [number, number, number]
  readonly minute: readonly [number, number, number]
  readonly shares: { readonly [level: string]: readonly [ready: number, total: number] }
  /** Items that are not ready, each for data that have not arrived. */
  readonly waiting: readonly string[]
  /** Values of the composite indicators, from the samples of those below. */
  readonly values: { readonly [code: string]: string }
  /** Services in the order of the plan, with items and indicators gained; those that are blocked come last. */
  readonly plan: readonly (readonly [service: string, items: number, indicators: number])[]
  readonly collaborations: number
}

const expected: readonly Expected[] = [
  {
    template: 'hazardous-chemicals',
    // 37 data: 11 of the office itself, 26 shared, of which 6 wait: 购买许可证编号、购买数量、车辆位置、车辆报警、消防检查结论、押运员证号.
    satisfaction: [20, 26, 76.92],
    // Minute level: 登记状态、危险源编号、监测值、报警状态、运单编号、装货数量、车辆牌号、位置、报警、气象、到场时间; 位置 and 报警 wait.
    minute: [9, 11, 81.82],
    shares: { indicators: [13, 19], items: [11, 16], units: [4, 8], modules: [1, 4], systems: [0, 1] },
    waiting: [
      '危险化学品经营许可证核发',
      '剧毒化学品购买许可',
      '危险货物道路运输运单核验',
      '仓储出入库流向核对',
      '危货车辆异常行驶预警处置',
    ],
    values: {
      // 0.4 × 98 + 0.3 × 94 + 0.3 × 100
      'K1.1': '97.4',
      // 0.4 × 95 + 0.3 × 97 + 0.3 × 98
      'K1.2': '96.5',
      // 0.4 × 92 + 0.2 × 90 + 0.2 × 95 + 0.2 × 97.5
      'K1.3': '93.3',
      // 0.3 × 99 + 0.3 × 95 + 0.4 × 90
      'K1.4': '94.2',
      // a quarter of each
      K1: '95.35',
    },
    plan: [
      // 购买许可 and 出入库核对; the indicator of both
      ['剧毒化学品购买信息服务', 2, 1],
      // 运单核验; 运单核验率 and with it 流向可溯度
      ['道路运输从业人员信息服务', 1, 2],
      // 经营许可; no indicator uses a document
      ['消防监督检查信息服务', 1, 0],
      // 车辆异常; 车辆异常处置率, 风险防控度, the index
      ['危货车辆动态轨迹服务', 1, 3],
    ],
    collaborations: 37,
  },
  {
    template: 'newborn',
    // 26 data: 7 of the office itself, 19 shared, of which 6 wait: 身份号码、户口登记状态、费用金额、结算状态、制卡进度、领卡状态.
    satisfaction: [13, 19, 68.42],
    // Minute level, shared: 12, of which 身份号码 and 户口登记状态 wait.
    minute: [10, 12, 83.33],
    shares: { indicators: [11, 19], items: [7, 12], units: [3, 6], modules: [1, 3], systems: [0, 1] },
    waiting: ['新生儿出生登记', '城乡居民基本医疗保险参保登记', '生育医疗费用报销', '社会保障卡申领', '社会保障卡制发与领取'],
    values: {
      // 0.4 × 98 + 0.3 × 95 + 0.3 × 90
      'K1.1': '94.7',
      // 0.3 × 85 + 0.3 × 85 + 0.2 × 75 + 0.2 × 90
      'K1.2': '84',
      // 0.4 × 99 + 0.3 × 95 + 0.3 × 92
      'K1.3': '95.7',
      // 0.3 × 90 + 0.3 × 95 + 0.4 × 96
      'K1.4': '93.9',
      K1: '92.075',
    },
    plan: [
      // 出生登记、参保、社保卡申领; 免跑率、参保率、申领率 and 登记便利度
      ['户籍人口信息服务', 3, 4],
      // 费用报销; 直接结算率
      ['医保参保与结算信息服务', 1, 1],
      // 制发与领取; 即时制卡率, then 待遇到位度 and the index
      ['制卡与领卡信息服务', 1, 3],
    ],
    collaborations: 12,
  },
  {
    template: 'business-start',
    // 24 data: 7 of the office itself, 17 shared, of which 5 wait: 税务信息确认状态、发票核定状态、参保职工人数、预约开户状态、许可部门反馈状态.
    satisfaction: [12, 17, 70.59],
    // Minute level, shared: 13, of which 税务、发票、预约开户 wait.
    minute: [10, 13, 76.92],
    shares: { indicators: [9, 15], items: [7, 12], units: [3, 6], modules: [1, 3], systems: [0, 1] },
    waiting: ['税务信息确认', '发票票种核定与领用', '企业社会保险登记', '银行账户预约开户', '开办信息双告知'],
    values: {
      // a quarter of 95, 92, 98, 99
      'K1.1': '96',
      // 0.2 × 97 + 0.2 × 90 + 0.2 × 80 + 0.15 × 85 + 0.15 × 75 + 0.1 × 90
      'K1.2': '86.4',
      'K1.3': '88',
      'K1.4': '6.5',
      // 0.5 × 96 + 0.4 × 86.4 + 0.1 × 88
      K1: '91.36',
    },
    plan: [
      // each one item and one indicator; the first by its place
      ['银行开户信息服务', 1, 1],
      ['许可协同反馈信息服务', 1, 1],
      // 社会保险登记; its indicator has its data already
      ['社会保险登记信息服务', 1, 0],
      // 税务信息确认 and 发票; both indicators, 联办便利度, the index
      ['涉税办理信息服务', 2, 4],
    ],
    collaborations: 17,
  },
]

describe.each(expected.map(one => [one.template, one] as const))('%s', (template, known) => {
  const elements = JSON.parse(readFileSync(new URL(`../../templates/${template}/template.json`, import.meta.url), 'utf8'))
    .elements as Element[]
  const state = lookUp.start(snapshotOf(elements))
  const built = buildFacts(facts, state)
  const view: View = viewOf(state, built.values, built.totals)
  const all = (kind: string): readonly Element[] => elements.filter(one => one.kind === kind)

  test('both rates, and what is ready on every level', () => {
    const { satisfaction, minuteSatisfaction, ...others } = ledgerOf(view)
    const rate = ({ satisfied, needed, rate: percent }: typeof satisfaction) => [satisfied, needed, percent]
    expect(rate(satisfaction)).toStrictEqual([...known.satisfaction])
    expect(rate(minuteSatisfaction)).toStrictEqual([...known.minute])
    const shares = Object.fromEntries(Object.entries(others).map(([level, { ready, total }]) => [level, [ready, total]]))
    expect(shares).toStrictEqual(known.shares)
  })

  test('which items wait', () => {
    const waiting = all('item').filter(item => !readyOf(item, view)?.ready)
    expect(waiting.map(item => item.name)).toStrictEqual(known.waiting)
  })

  test.each(Object.entries(known.values))('%s is %s', (code, value) => {
    const indicator = all('indicator').find(one => one['code'] === code) as Element
    const { value: ours } = evaluated(indicator, view)
    expect(ours && shown(ours)).toBe(value)
  })

  test('the plan, service by service', () => {
    const { steps, unplanned } = breakthroughPlan(view)
    expect(steps.map(({ service, gains }) => [service.name, gains.items, gains.indicators])).toStrictEqual(known.plan)
    expect(unplanned).toStrictEqual([])
  })

  test('every collaboration is evidenced by a link or by data', () => {
    expect(all('collaboration')).toHaveLength(known.collaborations)
    const bare = all('collaboration').filter(one => {
      const { link, data } = evidenceFor(one, view)
      return !link && !data
    })
    expect(bare.map(one => one.name)).toStrictEqual([])
  })

  test('both legs are there, kind by kind', () => {
    const kinds = ['organisation', 'system', 'component', 'basis', 'coreBusiness', 'module', 'unit', 'item', 'flow', 'step', 'link']
    const others = ['collaboration', 'indicator', 'dataItem', 'requirement', 'resource', 'service', 'sharing', 'acceptance', 'scene']
    const iteration = ['demand', 'reform', 'measure']
    for (const kind of [...kinds, ...others, ...iteration]) expect([kind, all(kind).length > 0]).toStrictEqual([kind, true])
  })

  test('is marked as made up: the document, and every organisation', () => {
    for (const one of [...all('document'), ...all('organisation')]) expect([one.name, one['illustrative']]).toStrictEqual([one.name, true])
  })
})
