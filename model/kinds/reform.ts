import { choice, longText, ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 重大改革. */
export const reformKind = defineKind({
  name: 'reform',
  label: '重大改革',
  help: '三张清单之一：为打通场景而做的制度、流程、规则、机制的改革。',
  prefix: 'GG',
  source: sources.threeLists,
  fields: {
    reformKind: choice('改革类别', 'reformKind', { help: '制度重塑、流程再造、规则重构、机制创新或标准规范', source: sources.fourLists }),
    scenes: refs('对应场景', ['scene'], { help: '支撑哪些场景' }),
    content: longText('核心内容', { help: '改什么、怎么改，例：承租人资格由部门并联核验', source: sources.fourLists }),
    oldMechanism: text('突破的旧机制', { help: '原来怎么做，例：由村集体自行判断', source: sources.fourLists }),
    outcome: text('制度成果', { help: '形成什么制度、标准或文件' }),
    organisation: ref('责任单位', ['organisation'], { help: '由哪个单位负责' }),
  },
})
