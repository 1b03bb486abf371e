import { choice, ref } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 公共组件. */
export const componentKind = defineKind({
  name: 'component',
  label: '公共组件',
  help: '一体化智能化公共数据平台的应用组件。',
  prefix: 'ZJ',
  fields: {
    centre: choice('所属中心', 'platformCentre', { help: '六中心之一', source: '浙江省数字化改革总体方案' }),
    obligation: choice('组件类别', 'componentObligation', { help: '强制类必须使用，推荐类可选', source: '浙江省数字化改革总体方案' }),
    provider: ref('提供部门', ['organisation'], { help: '谁提供' }),
  },
})
