import { choices, date, lines, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 重大任务. */
export const majorTaskKind = defineKind({
  name: 'majorTask',
  label: '重大任务',
  help: '当年度的重点工作事项和紧急协同事项，叠加到原有模型上，例：共同富裕、疫情防控。',
  prefix: 'RW',
  source: sources.plan,
  fields: {
    year: text('年度', { help: '例：2026' }),
    tasks: lines(
      '任务清单',
      {
        name: text('任务', { help: '做什么，例：强村项目增收' }),
        organisation: ref('责任单位', ['organisation'], { help: '由哪个单位负责' }),
        due: date('完成时限', { help: '哪一天前完成' }),
      },
      { help: '任务和责任单位，一行写一项', source: sources.plan },
    ),
    items: refs('事项', ['item'], { help: '涉及哪些事项' }),
    indicators: refs('指标', ['indicator'], { help: '用哪些指标衡量' }),
    scenes: refs('场景', ['scene'], { help: '落到哪些场景' }),
    executionActions: choices('执行动作', 'executionAction', { help: '批示、督办、问题反馈、控制、修正，可以多选', source: sources.plan }),
    chainStages: choices('执行链', 'executionChainStage', { help: '与执行链的哪些环节关联', source: sources.plan }),
    overlay: text('叠加版本', { help: '由哪个版本叠加到模型上，例：v2' }),
  },
})
