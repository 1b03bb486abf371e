import { date, flag, longText, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 批注. */
export const commentKind = defineKind({
  name: 'comment',
  label: '批注',
  help: '写在任何对象上的意见。',
  prefix: 'PZ',
  fields: {
    object: ref('对象', ['*'], { help: '写在哪一个上', whenGone: 'remove' }),
    text: longText('内容', { help: '意见内容' }),
    author: text('作者', { help: '谁写的' }),
    writtenOn: date('日期', { help: '哪一天' }),
    replyTo: ref('回复', ['comment'], { help: '回复哪条批注' }),
    resolved: flag('已处理', { help: '处理完填“是”' }),
  },
})
