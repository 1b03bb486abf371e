import { units } from '../../formula/index.ts'
import { treeOf } from '../../method/evaluated.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Money is not added to counts, and a ratio is not a percentage before it is multiplied by 100. A warning, never a refusal (contracts C4.7). */
export const unitsFit = defineRule({
  id: 'CHK-L7-UNIT',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: norms.indicatorSheet,
  looksAt: [['ref formula', 'unit']],
  *check(indicator, { get }) {
    const tree = treeOf(indicator)
    if (tree === undefined) return
    for (const { code, at, values } of units(tree, id => textIn(get(id), 'unit') || undefined, indicator.unit))
      yield { field: 'formula', values: { problem: code, at: at + 1, ...values } }
  },
})
