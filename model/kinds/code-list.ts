import { lines, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 代码表. */
export const codeListKind = defineKind({
  name: 'codeList',
  label: '代码表',
  help: '用户自己的代码表，或对通用代码表的补充。',
  prefix: 'DM',
  fields: {
    extends: text('补充的代码表', { help: '通用代码表的编号，如 orgLevel' }),
    values: lines(
      '取值',
      {
        code: text('代码', { help: '代码' }),
        value: text('存储值', { help: '存储值，可与代码相同' }),
        label: text('名称', { help: '名称' }),
        note: text('说明', { help: '说明' }),
      },
      { help: '一行一个值' },
    ),
    source: text('来源', { help: '来自哪里' }),
    confidence: text('把握', { help: '高、中、低或建议' }),
  },
})
