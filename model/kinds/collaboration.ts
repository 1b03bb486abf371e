import { choice, duration, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 协同关系. */
export const collaborationKind = defineKind({
  name: 'collaboration',
  label: '协同关系',
  help: '两个部门在一个事项上的配合。',
  prefix: 'XTG',
  step: 'L6',
  fields: {
    from: ref('发起部门', ['organisation'], { help: '谁给出', required: true }),
    to: ref('接收部门', ['organisation'], { help: '谁接收', required: true }),
    item: ref('事项', ['item'], { help: '为哪个事项', required: true }),
    type: choice('协同类型', 'collaborationType', { help: '数据共享、串联流转、并联办理等', required: true }),
    content: text('协同内容', { help: '给什么、做什么' }),
    data: refs('共享数据', ['dataItem'], { help: '涉及的数据' }),
    timeLimit: duration('时限', { help: '多久完成' }),
    timeliness: choice('时效要求', 'timeliness', { help: '数据多快要到' }),
    channel: text('渠道', { help: '通过什么方式' }),
    condition: text('条件', { help: '什么情况下发生' }),
    flow: ref('流程', ['flow'], { help: '出现在哪个流程' }),
    fromStep: ref('从环节', ['step'], { help: '从哪一步' }),
    toStep: ref('到环节', ['step'], { help: '到哪一步' }),
  },
})
