import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Powers and services rest on a basis; internal matters need none. */
export const itemHasABasis = defineRule({
  id: 'CHK-L4-BASIS',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.itemElements,
  *check({ bases, basisText, itemType }) {
    if (bases === undefined && basisText === undefined && itemType !== 'internalMatter') yield { field: 'bases' }
  },
})
