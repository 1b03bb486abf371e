import { choice, ref } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 公共组件. */
export const componentKind = defineKind({
  name: 'component',
  label: '公共组件',
  help: '一体化智能化公共数据平台的应用组件，例：统一用户、电子签章。',
  prefix: 'ZJ',
  source: sources.plan,
  fields: {
    centre: choice('所属中心', 'platformCentre', { help: '用户、交互、业务、信用、空间、智能六个中心之一', source: sources.plan }),
    obligation: choice('组件类别', 'componentObligation', { help: '强制类必须使用，推荐类可以选用', source: sources.plan }),
    provider: ref('提供部门', ['organisation'], { help: '由哪个部门提供' }),
  },
})
