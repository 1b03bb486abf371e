import { longText } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 岗位. */
export const postKind = defineKind({
  name: 'post',
  label: '岗位',
  help: '部门里承担环节的岗位。',
  prefix: 'GW',
  parents: ['organisation'],
  needsOwner: true,
  fields: {
    duty: longText('职责', { help: '这个岗位做什么' }),
  },
})
