import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 批注. */
export const commentKind = defineKind({
  name: 'comment',
  label: '批注',
  help: '写在任何对象上的意见，可以回复、可以标记已处理。',
  prefix: 'PZ',
  fields: {
    object: ref('对象', ['*'], { help: '写在哪一个对象上', whenGone: 'remove' }),
    text: longText('内容', { help: '意见的内容' }),
    author: text('作者', { help: '单位和姓名' }),
    writtenOn: date('日期', { help: '写下的日期' }),
    replyTo: ref('回复', ['comment'], { help: '是对哪条批注的回复' }),
    resolved: flag('已处理', { help: '处理完填“是”' }),
  },
})
