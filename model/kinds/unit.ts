import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 业务单元. */
export const unitKind = defineKind({
  name: 'unit',
  label: '业务单元',
  help: '模块下可以独立运行的业务单元。',
  prefix: 'DY',
  step: 'L3',
  parents: ['module'],
  needsOwner: true,
  fields: {
    definition: longText('定义', { help: '这个单元包括什么' }),
    lead: ref('责任部门', ['organisation'], { help: '与模块责任部门不同时填写' }),
    english: text('英文名', { help: '供接口与系统使用' }),
  },
})
