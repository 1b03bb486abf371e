import { systemReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Readiness is computed; that the system works is confirmed by people. */
export const readySystemIsAccepted = defineRule({
  id: 'CHK-R7-ACCEPT',
  severity: 'info',
  step: 'R7',
  on: ['system'],
  source: norms.plan,
  looksAt: [{ fact: systemReady }, ['by acceptance object', 'accepted']],
  *check({ id }, view) {
    if (!view.fact(systemReady, id)?.ready) return
    const isAccepted = view.lookups.referrersOf(id, 'acceptance', 'object').some(one => view.get(one.from)?.['accepted'] === true)
    if (!isAccepted) yield {}
  },
})
