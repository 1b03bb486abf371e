import { longText, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 完成标准. */
export const criterionKind = defineKind({
  name: 'criterion',
  label: '完成标准',
  help: '一个步骤的完成标准。',
  prefix: 'BZ',
  fields: {
    of: text('步骤', { help: '如 L4' }),
    rule: text('规则编号', { help: '对应的检查规则' }),
    text: longText('标准', { help: '怎样算完成' }),
  },
})
