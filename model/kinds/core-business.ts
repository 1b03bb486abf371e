import { choice, longText, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 核心业务. */
export const coreBusinessKind = defineKind({
  name: 'coreBusiness',
  label: '核心业务',
  help: '一个单位最核心的职责业务，是逐层拆解的起点。',
  prefix: 'HX',
  step: 'L1',
  fields: {
    domain: choice('主要领域', 'mainDomain', { help: '19 个主要领域之一', source: '浙江省数字化改革总体方案' }),
    application: choice('综合应用', 'application', { help: '5 个综合应用之一', source: '浙江省数字化改革总体方案' }),
    applicationText: text('应用名称', { help: '所属的具体应用' }),
    lead: ref('牵头部门', ['organisation'], { help: '只能有一个牵头部门', required: true }),
    assists: refs('配合部门', ['organisation'], { help: '一起做的部门' }),
    definition: longText('定义', { help: '这项业务管什么、到哪里为止', required: true }),
    bases: refs('依据', ['basis'], { help: '三定方案、法律法规、文件' }),
    basisText: longText('依据说明', { help: '依据的文字，尚未录入依据库时填写' }),
    duty: longText('相关职责', { help: '三定方案里对应的职责', source: '共享平台业务模型模板' }),
    english: text('英文名', { help: '供接口与系统使用' }),
  },
})
