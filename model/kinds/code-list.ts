import { lines, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 代码表. */
export const codeListKind = defineKind({
  name: 'codeList',
  label: '代码表',
  help: '本模型自己的代码表，或对通用代码表的补充。',
  prefix: 'DM',
  fields: {
    extends: text('补充的代码表', { help: '补充通用代码表时写它的编号，例：orgLevel；自己的代码表留空' }),
    values: lines(
      '取值',
      {
        code: text('代码', { help: '表格和接口里使用的代码，例：01' }),
        value: text('存储值', { help: '模型里存储的值；与代码相同时可以留空' }),
        label: text('名称', { help: '给人看的名称，例：行政许可' }),
        note: text('说明', { help: '适用范围或注意事项' }),
      },
      { help: '一行写一个值' },
    ),
    source: text('来源', { help: '来自哪个标准、文件或系统' }),
    confidence: text('把握', { help: '高、中、低或建议' }),
  },
})
