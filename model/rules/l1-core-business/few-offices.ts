import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { thresholdIn, thresholdSettings } from '../thresholds.ts'

/** The published list refuses more offices than this for one main business. */
export const fewOffices = defineRule({
  id: 'CHK-L1-OFFICES',
  severity: 'info',
  step: 'L1',
  on: ['coreBusiness'],
  source: norms.businessSheet,
  looksAt: [thresholdSettings],
  *check({ offices }, view) {
    const most = thresholdIn(view, 'offices')
    if (offices !== undefined && offices.length > most) yield { field: 'offices', values: { count: offices.length, most } }
  },
})
