import { indicatorReady, itemReady, moduleReady, readyOf, systemReady, unitReady } from '../../method/readiness.ts'
import { refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Only what is ready is accepted. */
export const acceptedWhenReady = defineRule({
  id: 'CHK-R7-EARLY',
  severity: 'warning',
  step: 'R7',
  on: ['acceptance'],
  source: '集成确认',
  looksAt: [['references']],
  facts: [itemReady, indicatorReady, unitReady, moduleReady, systemReady],
  *check(acceptance, view) {
    const object = view.get(refIn(acceptance, 'object') ?? '')
    if (acceptance['accepted'] === true && object && readyOf(object, view)?.ready === false)
      yield { field: 'accepted', values: { object: object.name } }
  },
})
