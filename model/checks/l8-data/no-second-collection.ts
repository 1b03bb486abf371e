import { refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** What an existing resource supplies is not collected again. */
export const noSecondCollection = defineRule({
  id: 'CHK-L8-DUPCOLLECT',
  severity: 'warning',
  step: 'L8',
  on: ['requirement'],
  source: '能共享的不得重复收集',
  looksAt: [['references']],
  *check(requirement, { get }) {
    const dataItem = get(refIn(requirement, 'dataItem') ?? '')
    if (textIn(requirement, 'collection') === 'new' && refIn(dataItem, 'resource') !== undefined) yield { field: 'collection' }
  },
})
