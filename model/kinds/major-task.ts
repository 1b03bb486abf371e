import { choices, date, lines, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 重大任务. */
export const majorTaskKind = defineKind({
  name: 'majorTask',
  label: '重大任务',
  help: '当年度的重点工作事项和紧急协同事项，叠加到原有模型上。',
  prefix: 'RW',
  source: '浙江省数字化改革总体方案',
  fields: {
    year: text('年度', { help: '如 2026' }),
    tasks: lines(
      '任务清单',
      {
        name: text('任务', { help: '做什么' }),
        organisation: ref('责任单位', ['organisation'], { help: '谁负责' }),
        due: date('完成时限', { help: '什么时候完成' }),
      },
      { help: '任务清单，含责任单位' },
    ),
    items: refs('事项', ['item'], { help: '涉及的事项' }),
    indicators: refs('指标', ['indicator'], { help: '任务的指标' }),
    scenes: refs('场景', ['scene'], { help: '对应的场景' }),
    executionActions: choices('执行动作', 'executionAction', {
      help: '批示、督办、问题反馈、控制、修正',
      source: '浙江省数字化改革总体方案',
    }),
    chainStages: choices('执行链', 'executionChainStage', { help: '与执行链的关联', source: '浙江省数字化改革总体方案' }),
    overlay: text('叠加版本', { help: '由哪个版本叠加' }),
  },
})
