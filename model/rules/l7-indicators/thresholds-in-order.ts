import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Warning, target and excellence lie in the direction in which the indicator gets better. */
export const thresholdsInOrder = defineRule({
  id: 'CHK-L7-RANGE',
  severity: 'warning',
  step: 'L7',
  on: ['indicator'],
  source: norms.modelling,
  *check({ direction, warning, target, excellence }) {
    if (direction !== 'up' && direction !== 'down') return
    const sign = direction === 'up' ? 1 : -1
    const inOrder = (lower: number | undefined, upper: number | undefined): boolean =>
      lower === undefined || upper === undefined || sign * lower <= sign * upper
    if (!inOrder(warning, target)) yield { field: 'warning', values: { case: `warning-${direction}` } }
    if (!inOrder(target, excellence)) yield { field: 'excellence', values: { case: `excellence-${direction}` } }
  },
})
