import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 业务流程. */
export const flowKind = defineKind({
  name: 'flow',
  label: '业务流程',
  help: '事项或场景办理的过程。',
  prefix: 'LC',
  step: 'L5',
  parents: ['item', 'unit', 'scene', 'coreBusiness'],
  fields: {
    trigger: text('触发', { help: '什么情况下开始' }),
    outcome: text('结果', { help: '走完得到什么' }),
    asIsOf: ref('对应的现状流程', ['flow'], { help: '这是改造后的流程时，选择改造前的流程' }),
    definition: longText('说明', { help: '流程说明' }),
  },
})
