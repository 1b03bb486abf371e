import { source } from '../../method/source.ts'
import { refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Between the classified network and any other, data go by an exchange route. */
export const acrossNetworksByARoute = defineRule({
  id: 'CHK-R1-CROSSNET',
  severity: 'error',
  step: 'R1',
  on: ['requirement'],
  source: '总体方案：内网和外网分别部署',
  looksAt: [['references'], ['referrers'], ['referrers', 'references'], ['referrers', 'references', 'references']],
  facts: [source],
  *check(requirement, view) {
    const dataItem = refIn(requirement, 'dataItem') ?? ''
    for (const { from } of view.lookups.referrersOf(requirement.id, 'sharing', 'requirement')) {
      const entry = view.get(from)
      const consumer = refIn(entry, 'consumerSystem') ?? refIn(view.get(refIn(entry, 'service') ?? ''), 'consumerSystem')
      const systems = [refIn(entry, 'providerSystem') ?? view.fact(source, dataItem)?.system, consumer]
      const inside = systems.filter(system => textIn(view.get(system ?? ''), 'network') === 'classifiedIntranet').length
      const route = textIn(entry, 'route')
      if (inside !== 1 || systems.includes(undefined) || (route !== '' && route !== 'none')) continue
      yield {}
      return
    }
  },
})
