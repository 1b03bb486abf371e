import { longText, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 完成标准. */
export const criterionKind = defineKind({
  name: 'criterion',
  label: '完成标准',
  help: '一个步骤怎样算完成，可以对应一条检查规则。',
  prefix: 'BZ',
  fields: {
    of: text('步骤', { help: '步骤的编号，例：L4' }),
    rule: text('规则编号', { help: '对应的检查规则，例：CHK-L4-FLAG' }),
    text: longText('标准', { help: '怎样算完成，例：每个事项都标明治理或服务' }),
  },
})
