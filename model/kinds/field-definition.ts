import { text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 自定义字段. */
export const fieldDefinitionKind = defineKind({
  name: 'fieldDefinition',
  label: '自定义字段',
  help: '本模型增加的字段，用在某一类对象上，随文件和表格一起走。',
  prefix: 'ZD',
  fields: {
    of: text('用在', { help: '对象类别的编号，例：item 是业务事项' }),
    type: text('类型', { help: 'text 文字、number 数字、date 日期或 choice 选择' }),
    list: text('代码表', { help: '类型为 choice 时，写代码表的编号' }),
    help: text('填写说明', { help: '告诉填表人怎么填' }),
  },
})
