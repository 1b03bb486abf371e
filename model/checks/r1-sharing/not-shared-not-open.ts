import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** What is not shared is not open. */
export const notSharedNotOpen = defineRule({
  id: 'CHK-R1-OPEN',
  severity: 'error',
  step: 'R1',
  on: ['dataItem', 'resource'],
  source: '政务信息资源目录编制指南',
  *check(element) {
    const open = textIn(element, 'openType')
    if (textIn(element, 'shareType') === 'notShared' && open !== '' && open !== 'notOpen') yield { field: 'openType' }
  },
})
