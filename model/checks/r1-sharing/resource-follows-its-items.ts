import { labelOf } from '../../code-lists/index.ts'
import { membersIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** The share type of a resource follows from those of its items. */
export const resourceFollowsItsItems = defineRule({
  id: 'CHK-R1-ROLLUP',
  severity: 'error',
  step: 'R1',
  on: ['resource'],
  source: '政务信息资源目录编制指南',
  looksAt: [['references']],
  *check(resource, view) {
    const stated = textIn(resource, 'shareType')
    const types = new Set(
      membersIn(resource, 'items')
        .map(id => textIn(view.get(id), 'shareType'))
        .filter(type => type !== ''),
    )
    const expected = types.size === 1 ? [...types][0] : types.size > 1 ? 'conditional' : undefined
    if (stated !== '' && expected !== undefined && stated !== expected)
      yield { field: 'shareType', values: { expected: labelOf('shareType', expected) } }
  },
})
