import { choice, longText, ref, refs, text, texts } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { grouped } from '../schema/grouped.ts'
import { sources } from '../schema/sources.ts'

/** 核心业务. */
export const coreBusinessKind = defineKind({
  name: 'coreBusiness',
  label: '核心业务',
  help: '一个单位最核心的职责业务，是逐层拆解的起点。',
  prefix: 'HX',
  step: 'L1',
  source: sources.plan,
  fields: {
    domain: choice('主要领域', 'mainDomain', { help: '19 个主要领域之一，例：乡村振兴', source: sources.plan }),
    application: choice('综合应用', 'application', { help: '5 个综合应用之一，例：数字政府综合应用', source: sources.plan }),
    applicationText: text('应用名称', { help: '所属的具体应用，例：乡村振兴应用' }),
    lead: ref('牵头部门', ['organisation'], { help: '只能有一个牵头部门', required: true }),
    assists: refs('配合部门', ['organisation'], { help: '参与这项业务的其他部门' }),
    definition: longText('定义', {
      help: '这项业务管什么、到哪里为止，例：对村集体经济组织的资金、资产、资源实施全过程管理与服务',
      required: true,
    }),
    bases: refs('依据', ['basis'], { help: '依据库中的三定方案、法律法规、文件' }),
    basisText: longText('依据说明', { help: '依据的文字；还没有录入依据库时先写在这里' }),
    ...grouped(
      { group: '主干业务清单', source: sources.platform },
      {
        duty: longText('相关职责', { help: '三定方案里对应的职责，照抄原文' }),
        offices: texts('处室', { help: '承担这项业务的处室，不超过三个' }),
        theme: text('主题分类', { help: '例：农业农村、社会保障' }),
        sourceSystems: refs('来源系统', ['system'], { help: '现在办理这项业务使用的系统' }),
        sourceItems: refs('来源事项', ['item'], { help: '对应的行政审批和服务事项' }),
        standards: texts('相关标准', { help: '例：DB33/T 2426—2022' }),
      },
    ),
    english: text('英文名', { help: '供接口和系统使用，例：ruralCollectiveAssetGovernance' }),
  },
})
