import { longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 业务模块. */
export const moduleKind = defineKind({
  name: 'module',
  label: '业务模块',
  help: '核心业务下的业务板块，例：资产资源管理。',
  prefix: 'MK',
  step: 'L2',
  source: sources.plan,
  parents: ['coreBusiness'],
  needsOwner: true,
  fields: {
    definition: longText('定义', { help: '这个模块包括什么，例：摸清家底、权属清晰、合同规范' }),
    lead: ref('责任部门', ['organisation'], { help: '与核心业务的牵头部门不同时填写' }),
    english: text('英文名', { help: '供接口和系统使用，例：assetManagement' }),
  },
})
