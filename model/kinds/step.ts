import { choice, duration, ref, refs } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 环节. */
export const stepKind = defineKind({
  name: 'step',
  label: '环节',
  help: '流程中的一步，由一个部门完成。',
  prefix: 'HJ',
  step: 'L5',
  source: sources.bpmn,
  parents: ['flow'],
  needsOwner: true,
  fields: {
    type: choice('环节类型', 'stepType', { help: '开始、人工环节、系统环节、网关、结束等', required: true, source: sources.bpmn }),
    organisation: ref('部门', ['organisation'], { help: '由哪个部门做，也就是流程图里的泳道', required: true }),
    item: ref('所属事项', ['item'], { help: '这一步属于哪个事项' }),
    timeLimit: duration('时限', { help: '例：3工作日、≥15日、T+1' }),
    inputs: refs('输入数据', ['dataItem'], { help: '这一步要用到的数据' }),
    outputs: refs('输出数据', ['dataItem'], { help: '这一步产生的数据' }),
    system: ref('使用系统', ['system'], { help: '在哪个系统里做' }),
    post: ref('岗位', ['post'], { help: '由哪个岗位做' }),
    materials: refs('材料', ['material'], { help: '这一步提交、审核或产生的材料' }),
    bases: refs('依据', ['basis'], { help: '规定这一步的文件和条款' }),
    timeliness: choice('时效要求', 'timeliness', { help: '输入数据多快要到：分钟级、小时级、日级或批量' }),
    subflow: ref('子流程', ['flow'], { help: '这一步展开成另一个流程时选择' }),
  },
})
