import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A condition or a legal ground is stated where sharing is not unconditional. */
export const conditionsAreStated = defineRule({
  id: 'CHK-R1-BASIS',
  severity: 'error',
  step: 'R1',
  on: ['dataItem', 'resource', 'sharing'],
  source: '政务信息资源目录编制指南',
  *check(element) {
    const field = element.kind === 'sharing' ? 'condition' : 'shareCondition'
    const type = textIn(element, 'shareType')
    if ((type === 'conditional' || type === 'notShared') && textIn(element, field) === '')
      yield { field, values: { what: type === 'conditional' ? '共享条件' : '不予共享的依据' } }
  },
})
