import { choice, flag, lines, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 多跨场景. */
export const sceneKind = defineKind({
  name: 'scene',
  label: '多跨场景',
  help: '跨部门、跨层级、跨业务的场景，或从群众和企业看的“一件事”；子场景写在场景下面。',
  prefix: 'CJ',
  source: sources.plan,
  parents: ['scene'],
  fields: {
    oneThing: flag('一件事', { help: '属于“一件事”的填“是”', source: sources.oneThing }),
    ...grouped(
      { group: '五要素', source: sources.plan },
      {
        domain: choice('领域', 'mainDomain', { help: '19 个主要领域之一' }),
        domainText: text('领域说明', { help: '不在 19 个领域里时写明' }),
        items: refs('事项', ['item'], { help: '由哪些事项组成' }),
        indicators: refs('指标', ['indicator'], { help: '用哪些指标衡量' }),
        collaborations: refs('协同关系', ['collaboration'], { help: '有哪些部门间的配合' }),
        dataItems: refs('数据项', ['dataItem'], { help: '需要哪些数据' }),
      },
    ),
    flows: refs('流程', ['flow'], { help: '场景里的关键流程' }),
    lead: ref('牵头部门', ['organisation'], { help: '由哪个部门牵头', source: sources.threeLists }),
    partners: refs('配合部门', ['organisation'], { help: '由哪些部门配合', source: sources.threeLists }),
    demands: refs('对应需求', ['demand'], { help: '回应哪些重大需求', source: sources.threeLists }),
    sceneClass: choice('场景分类', 'sceneClass', { help: '政务服务、公共服务、监管或其他' }),
    lifecycle: choice('场景进展', 'sceneLifecycle', { help: '谋划、试点、建设、上线、推广、常态化或归档' }),
    maturity: choice('成熟度', 'maturity', { help: '破点、连线、成面、立体', source: sources.plan }),
    crossLevel: flag('跨层级', { help: '涉及两个以上层级的填“是”', source: sources.plan }),
    crossRegion: flag('跨地域', { help: '涉及两个以上行政区的填“是”', source: sources.plan }),
    crossBusiness: flag('跨业务', { help: '涉及两项以上核心业务的填“是”', source: sources.plan }),
    trigger: text('触发', { help: '什么时候需要，例：村集体有资产拟出租' }),
    effects: lines(
      '前后对比',
      {
        measure: text('比较内容', { help: '例：部门数、材料数、环节数、办理天数、跑动次数' }),
        before: number('改革前', { help: '改革前的数量' }),
        after: number('改革后', { help: '改革后的数量' }),
      },
      { help: '改革前后的数量，一行写一项', source: sources.oneThing },
    ),
    ...grouped(
      { group: '一件事', source: sources.oneThing },
      {
        lifeCycleObject: choice('对象', 'lifeCycleObject', { help: '个人或经营主体' }),
        stage: choice('生命周期阶段', 'lifeCycleStage', { help: '例：出生、就业、准入准营、注销退出' }),
        oneNotice: flag('一次告知', { help: '做到填“是”' }),
        oneForm: flag('一表申请', { help: '做到填“是”' }),
        oneMaterialSet: flag('一套材料', { help: '做到填“是”' }),
        oneWindow: flag('一窗受理', { help: '做到填“是”' }),
        oneNetwork: flag('一网办理', { help: '做到填“是”' }),
      },
    ),
  },
})
