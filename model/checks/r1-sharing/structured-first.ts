import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** A datum that only stands in documents has to be structured before it can be shared. */
export const structuredFirst = defineRule({
  id: 'CHK-R1-UNSTRUCT',
  severity: 'info',
  step: 'R1',
  on: ['dataItem'],
  source: '数据共享要求结构化',
  *check(dataItem) {
    if (textIn(dataItem, 'structure') === 'document') yield { field: 'structure' }
  },
})
