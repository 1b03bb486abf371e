import { choice, flag, lines, number, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 多跨场景. */
export const sceneKind = defineKind({
  name: 'scene',
  label: '多跨场景',
  help: '跨部门、跨层级、跨业务的场景，或从群众企业看的“一件事”。',
  prefix: 'CJ',
  parents: ['scene'],
  source: '浙江省数字化改革总体方案',
  fields: {
    oneThing: flag('一件事', { help: '属于“一件事”填“是”' }),
    domain: choice('领域', 'mainDomain', { help: '所属领域' }),
    domainText: text('领域说明', { help: '不在 19 个领域内时填写' }),
    items: refs('事项', ['item'], { help: '选择哪些事项' }),
    indicators: refs('指标', ['indicator'], { help: '场景的指标' }),
    collaborations: refs('协同关系', ['collaboration'], { help: '场景的协同关系' }),
    dataItems: refs('数据项', ['dataItem'], { help: '场景需要的数据' }),
    flows: refs('流程', ['flow'], { help: '场景的流程' }),
    lead: ref('牵头部门', ['organisation'], { help: '谁牵头' }),
    partners: refs('配合部门', ['organisation'], { help: '谁配合' }),
    demands: refs('对应需求', ['demand'], { help: '回应哪些重大需求' }),
    sceneClass: choice('场景分类', 'sceneClass', { help: '政务服务、公共服务或监管' }),
    lifeCycleObject: choice('对象', 'lifeCycleObject', { help: '个人或经营主体', source: '国办发〔2025〕24号' }),
    stage: choice('生命周期阶段', 'lifeCycleStage', { help: '出生、准入准营等', source: '国办发〔2025〕24号' }),
    lifecycle: choice('场景进展', 'sceneLifecycle', { help: '谋划、试点、上线等' }),
    maturity: choice('成熟度', 'maturity', { help: '破点、连线、成面、立体', source: '浙江省数字化改革总体方案' }),
    trigger: text('触发', { help: '什么时候需要' }),
    effects: lines(
      '前后对比',
      {
        measure: text('指标', { help: '部门数、材料数、环节数、时限、跑动次数' }),
        before: number('改革前', { help: '改革前' }),
        after: number('改革后', { help: '改革后' }),
      },
      { help: '改革前后的数量' },
    ),
    oneForm: flag('一表申请', { help: '做到填“是”' }),
    oneMaterialSet: flag('一套材料', { help: '做到填“是”' }),
    oneWindow: flag('一窗受理', { help: '做到填“是”' }),
    oneNetwork: flag('一网办理', { help: '做到填“是”' }),
    oneNotice: flag('一次告知', { help: '做到填“是”' }),
  },
})
