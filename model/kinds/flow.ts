import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 业务流程. */
export const flowKind = defineKind({
  name: 'flow',
  label: '业务流程',
  help: '事项、单元或场景办理的过程，由环节和流转组成。',
  prefix: 'LC',
  step: 'L5',
  source: sources.plan,
  parents: ['item', 'unit', 'scene', 'coreBusiness'],
  fields: {
    trigger: text('触发', { help: '什么情况下开始，例：负债总额超过警戒线' }),
    outcome: text('结果', { help: '走完得到什么，例：合规签约、租金入账、台账更新' }),
    asIsOf: ref('对应的现状流程', ['flow'], { help: '这是改造后的流程时，选择改造前的流程，用来比较环节和时限' }),
    definition: longText('说明', { help: '流程的范围、参与部门和注意事项' }),
  },
})
