import { choice, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 重大需求. */
export const demandKind = defineKind({
  name: 'demand',
  label: '重大需求',
  help: '三张清单之一：要解决的重大需求，由场景来回应。',
  prefix: 'ND',
  source: sources.threeLists,
  fields: {
    raisedBy: text('提出主体', { help: '由谁提出，例：村民、审计部门' }),
    origin: text('需求来源', { help: '例：信访、调研、督查、上级部署' }),
    urgency: choice('紧迫程度', 'demandUrgency', { help: '紧急、重要或一般' }),
    objects: text('涉及对象', { help: '影响谁，例：全县 212 个村集体' }),
    majorTask: ref('关联重大任务', ['majorTask'], { help: '对应哪个重大任务' }),
  },
})
