import { systemReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** A target system is formed when all modules it covers are integrated. */
export const systemIsReady = defineRule({
  id: 'CHK-R7-READY',
  severity: 'info',
  step: 'R7',
  on: ['system'],
  source: norms.plan,
  looksAt: [{ fact: systemReady }],
  *check({ id }, view) {
    const known = view.fact(systemReady, id)
    if (known && !known.ready) yield { values: { done: known.done, total: known.total } }
  },
})
