import { labelOf } from '../../code-lists/index.ts'
import { cycles } from './cycles.ts'
import { refIn, textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Data are updated as often as the catalogue says. */
export const asFreshAsPromised = defineRule({
  id: 'CHK-R2-FRESH',
  severity: 'warning',
  step: 'R2',
  on: ['service'],
  source: '更新及时率',
  looksAt: [['references']],
  *check(service, { get }) {
    const promised = cycles.indexOf(textIn(get(refIn(service, 'resource') ?? ''), 'updateCycle'))
    const actual = cycles.indexOf(textIn(service, 'actualCycle'))
    if (promised >= 0 && actual > promised)
      yield {
        field: 'actualCycle',
        values: { promised: labelOf('updateCycle', cycles[promised] ?? ''), actual: labelOf('updateCycle', cycles[actual] ?? '') },
      }
  },
})
