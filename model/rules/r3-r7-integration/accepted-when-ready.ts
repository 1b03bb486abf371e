import { indicatorReady, itemReady, moduleReady, readyOf, systemReady, unitReady } from '../../method/readiness.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

const readiness = [indicatorReady, itemReady, unitReady, moduleReady, systemReady]

/** What people confirm is borne out by what is computed. */
export const acceptedWhenReady = defineRule({
  id: 'CHK-R7-EARLY',
  severity: 'warning',
  step: 'R7',
  on: ['acceptance'],
  source: norms.plan,
  looksAt: [{ named: 'ref object' }, ...readiness.map(fact => ({ fact, at: 'ref object' }))],
  *check({ object, accepted }, view) {
    const element = view.get(object ?? '')
    if (accepted !== true || element === undefined) return
    const known = readyOf(element, view)
    if (known && !known.ready) yield { field: 'accepted', values: { object: nameOf(object, view), done: known.done, total: known.total } }
  },
})
