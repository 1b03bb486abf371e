import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** A name that is a paragraph belongs into the definition; drawings and sheets cannot show it. */
export const nameIsShort = defineRule({
  id: 'CHK-T-LONG',
  severity: 'info',
  step: 'X',
  on: ['coreBusiness', 'module', 'unit', 'item', 'flow', 'step', 'indicator', 'dataItem', 'resource', 'service', 'system', 'organisation'],
  source: norms.modelling,
  looksAt: [thresholdSettings],
  *check({ name }, view) {
    const most = thresholdIn(view, 'longestName')
    if (name.length <= most) return
    const count = Array.from(name).length
    if (count > most) yield { field: 'name', values: { count, most } }
  },
})
