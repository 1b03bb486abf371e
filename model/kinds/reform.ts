import { choice, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 重大改革. */
export const reformKind = defineKind({
  name: 'reform',
  label: '重大改革',
  help: '三张清单之一：为场景打通而做的改革。',
  prefix: 'GG',
  fields: {
    reformKind: choice('改革类别', 'reformKind', { help: '制度重塑、流程再造、规则重构、机制创新、标准规范' }),
    scenes: refs('对应场景', ['scene'], { help: '支撑哪些场景' }),
    oldMechanism: text('突破的旧机制', { help: '原来怎么做' }),
    outcome: text('制度成果', { help: '形成什么制度' }),
    organisation: ref('责任单位', ['organisation'], { help: '谁负责' }),
  },
})
