import { ref, refs, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 流转. */
export const linkKind = defineKind({
  name: 'link',
  label: '流转',
  help: '环节之间的先后关系；两端属于不同部门的流转就是一次协同。',
  prefix: 'LZ',
  step: 'L5',
  source: sources.bpmn,
  parents: ['flow'],
  needsOwner: true,
  fields: {
    from: ref('从环节', ['step'], { help: '前一步', required: true, whenGone: 'remove' }),
    to: ref('到环节', ['step'], { help: '后一步', required: true, whenGone: 'remove' }),
    condition: text('条件', { help: '什么情况下走这一条，例：达到进场标的额' }),
    data: refs('移交数据', ['dataItem'], { help: '交给下一步的数据' }),
  },
})
