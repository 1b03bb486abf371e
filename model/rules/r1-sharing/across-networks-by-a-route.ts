import type { View } from '../../method/define-fact.ts'
import { refIn, textIn } from '../../method/reading.ts'
import { source } from '../../method/source.ts'
import type { Element, ElementId } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { nameOf } from '../names.ts'
import { norms } from '../norms.ts'

/** Where the systems of the two ends stand. */
const systems = [
  'by sharing requirement > ref providerSystem',
  'by sharing requirement > ref consumerSystem',
  'by sharing requirement > ref service > ref consumerSystem',
  'ref dataItem > ref sourceSystem',
  'ref dataItem > ref resource > ref system',
]

/** Between the classified network and any other, data go by an exchange route. */
export const acrossNetworksByARoute = defineRule({
  id: 'CHK-R1-CROSSNET',
  severity: 'error',
  step: 'R1',
  on: ['requirement'],
  source: norms.zones,
  looksAt: [
    ['by sharing requirement', 'route', 'providerSystem', 'consumerSystem', 'service'],
    ['by sharing requirement > ref service', 'consumerSystem'],
    { fact: source, at: 'ref dataItem' },
    ...systems.map(path => [path, 'network'] as const),
    ...systems.map(named => ({ named })),
  ],
  *check({ id, dataItem }, view) {
    for (const { from } of view.lookups.referrersOf(id, 'sharing', 'requirement')) {
      const ends = endsOf(view.get(from), dataItem, view)
      if (ends === undefined || !crosses(ends, view) || hasRoute(view.get(from))) continue
      yield { values: { from: nameOf(ends[0], view), to: nameOf(ends[1], view) } }
      return
    }
  },
})

/** The systems an entry leads from and to; the consumer system is the entry's, else the service's. Source: contracts C3.2. */
function endsOf(entry: Element | undefined, dataItem: ElementId | undefined, view: View): readonly [ElementId, ElementId] | undefined {
  const from = refIn(entry, 'providerSystem') ?? view.fact(source, dataItem ?? '')?.system
  const to = refIn(entry, 'consumerSystem') ?? refIn(view.get(refIn(entry, 'service') ?? ''), 'consumerSystem')
  return from === undefined || to === undefined ? undefined : [from, to]
}

const crosses = (ends: readonly ElementId[], view: View): boolean =>
  ends.filter(end => textIn(view.get(end), 'network') === 'classifiedIntranet').length === 1

const hasRoute = (entry: Element | undefined): boolean => !['', 'none'].includes(textIn(entry, 'route'))
