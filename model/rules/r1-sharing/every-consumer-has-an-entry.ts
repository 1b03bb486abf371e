import { datum } from '../../method/datum.ts'
import { refIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import type { ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Whoever uses a datum has an entry of its own, or it will wait for data nobody asked for. */
export const everyConsumerHasAnEntry = defineRule({
  id: 'CHK-R1-CONSUMER',
  severity: 'warning',
  step: 'R1',
  on: ['requirement'],
  source: norms.plan,
  looksAt: [
    ['by sharing requirement', 'consumerOrganisation'],
    { fact: datum, at: 'ref dataItem' },
    { fact: source, at: 'ref dataItem' },
    { named: 'all organisation' },
  ],
  *check({ id, dataItem }, view) {
    const entries = view.lookups.referrersOf(id, 'sharing', 'requirement')
    if (entries.length === 0 || dataItem === undefined) return
    const producer = view.fact(source, dataItem)?.organisation
    const isServed = (one: ElementId): boolean => entries.some(entry => refIn(view.get(entry.from), 'consumerOrganisation') === one)
    const waiting = (view.fact(datum, dataItem)?.consumers ?? []).filter(one => one !== producer && !isServed(one))
    if (waiting.length > 0) yield { values: { names: waiting.map(one => nameOf(one, view)) } }
  },
})
