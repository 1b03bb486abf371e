import { longText } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 岗位. */
export const postKind = defineKind({
  name: 'post',
  label: '岗位',
  help: '部门里承担流程环节的岗位，例：窗口受理岗、审核岗。',
  prefix: 'GW',
  parents: ['organisation'],
  needsOwner: true,
  fields: {
    duty: longText('职责', { help: '这个岗位在流程里做什么，例：核对材料并录入受理信息' }),
  },
})
