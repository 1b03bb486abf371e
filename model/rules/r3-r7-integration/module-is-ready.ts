import { moduleReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A module is integrated when all its units are. */
export const moduleIsReady = defineRule({
  id: 'CHK-R6-READY',
  severity: 'info',
  step: 'R6',
  on: ['module'],
  source: norms.plan,
  looksAt: [{ fact: moduleReady }],
  *check({ id }, view) {
    const known = view.fact(moduleReady, id)
    if (known && !known.ready) yield { values: { done: known.done, total: known.total } }
  },
})
