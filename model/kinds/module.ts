import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 业务模块. */
export const moduleKind = defineKind({
  name: 'module',
  label: '业务模块',
  help: '核心业务下的业务板块。',
  prefix: 'MK',
  step: 'L2',
  parents: ['coreBusiness'],
  needsOwner: true,
  fields: {
    definition: longText('定义', { help: '这个模块包括什么' }),
    lead: ref('责任部门', ['organisation'], { help: '与核心业务牵头部门不同时填写' }),
    english: text('英文名', { help: '供接口与系统使用' }),
  },
})
