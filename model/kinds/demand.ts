import { choice, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 重大需求. */
export const demandKind = defineKind({
  name: 'demand',
  label: '重大需求',
  help: '三张清单之一：要解决的重大需求。',
  prefix: 'ND',
  fields: {
    raisedBy: text('提出主体', { help: '谁提出' }),
    origin: text('需求来源', { help: '来自哪里' }),
    urgency: choice('紧迫程度', 'demandUrgency', { help: '紧急、重要或一般' }),
    objects: text('涉及对象', { help: '影响谁' }),
    majorTask: ref('关联重大任务', ['majorTask'], { help: '对应哪个重大任务' }),
  },
})
