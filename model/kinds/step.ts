import { choice, duration, ref, refs } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 环节. */
export const stepKind = defineKind({
  name: 'step',
  label: '环节',
  help: '流程中的一步，由一个部门完成。',
  prefix: 'HJ',
  step: 'L5',
  parents: ['flow'],
  needsOwner: true,
  fields: {
    type: choice('环节类型', 'stepType', { help: '开始、人工环节、系统环节、网关、结束等', required: true, source: 'BPMN 2.0' }),
    organisation: ref('部门', ['organisation'], { help: '由谁做，也就是泳道', required: true }),
    item: ref('所属事项', ['item'], { help: '这一步属于哪个事项' }),
    timeLimit: duration('时限', { help: '如 3工作日、≥15日、T+1' }),
    inputs: refs('输入数据', ['dataItem'], { help: '这一步用到的数据' }),
    outputs: refs('输出数据', ['dataItem'], { help: '这一步产生的数据' }),
    system: ref('使用系统', ['system'], { help: '在哪个系统里做' }),
    post: ref('岗位', ['post'], { help: '由哪个岗位做' }),
    materials: refs('材料', ['material'], { help: '涉及的材料' }),
    bases: refs('依据', ['basis'], { help: '这一步的依据' }),
    timeliness: choice('时效要求', 'timeliness', { help: '数据多快要到' }),
    subflow: ref('子流程', ['flow'], { help: '展开成哪个流程' }),
  },
})
