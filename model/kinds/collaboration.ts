import { choice, duration, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 协同关系. */
export const collaborationKind = defineKind({
  name: 'collaboration',
  label: '协同关系',
  help: '两个部门为一个事项的一次配合；流程里跨部门的流转、共享的数据会自动成为它的佐证。',
  prefix: 'XTG',
  step: 'L6',
  source: sources.plan,
  fields: {
    from: ref('发起部门', ['organisation'], { help: '由哪个部门给出', required: true }),
    to: ref('接收部门', ['organisation'], { help: '由哪个部门接收', required: true }),
    item: ref('事项', ['item'], { help: '为哪个事项配合', required: true }),
    type: choice('协同类型', 'collaborationType', { help: '数据共享、串联流转、并联办理等', required: true }),
    content: text('协同内容', { help: '给什么、做什么，例：把公示结果交乡镇审核' }),
    data: refs('共享数据', ['dataItem'], { help: '这次配合要用到的数据' }),
    timeLimit: duration('时限', { help: '例：3工作日' }),
    timeliness: choice('时效要求', 'timeliness', { help: '数据多快要到：分钟级、小时级、日级或批量' }),
    channel: text('渠道', { help: '例：协同平台、公文、接口' }),
    condition: text('条件', { help: '什么情况下发生，例：涉嫌违纪违法' }),
    flow: ref('流程', ['flow'], { help: '出现在哪个流程里' }),
    fromStep: ref('从环节', ['step'], { help: '从哪一步发起' }),
    toStep: ref('到环节', ['step'], { help: '到哪一步接收' }),
  },
})
