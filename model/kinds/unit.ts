import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 业务单元. */
export const unitKind = defineKind({
  name: 'unit',
  label: '业务单元',
  help: '模块下可以独立运行的业务单元，例：产权登记与成员股权。',
  prefix: 'DY',
  step: 'L3',
  source: sources.plan,
  parents: ['module'],
  needsOwner: true,
  fields: {
    definition: longText('定义', { help: '这个单元包括什么、与相邻单元怎样划分' }),
    lead: ref('责任部门', ['organisation'], { help: '与模块的责任部门不同时填写' }),
    english: text('英文名', { help: '供接口和系统使用，例：propertyRegistration' }),
  },
})
