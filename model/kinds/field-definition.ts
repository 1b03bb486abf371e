import { text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 自定义字段. */
export const fieldDefinitionKind = defineKind({
  name: 'fieldDefinition',
  label: '自定义字段',
  help: '本文档增加的字段，用在某一类对象上。',
  prefix: 'ZD',
  fields: {
    of: text('用在', { help: '对象类别，如 item' }),
    type: text('类型', { help: 'text、number、date 或 choice' }),
    list: text('代码表', { help: '类型为 choice 时的代码表' }),
    help: text('填写说明', { help: '怎么填' }),
  },
})
