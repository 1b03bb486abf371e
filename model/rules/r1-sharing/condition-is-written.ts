import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** Conditional sharing states its condition; refusing to share states its legal basis. */
export const conditionIsWritten = defineRule({
  id: 'CHK-R1-BASIS',
  severity: 'error',
  step: 'R1',
  on: ['sharing', 'dataItem', 'resource'],
  source: norms.catalogue,
  *check(element) {
    const text = element.kind === 'sharing' ? element.condition : element.shareCondition
    if (text !== undefined || (element.shareType !== 'conditional' && element.shareType !== 'notShared')) return
    yield { field: element.kind === 'sharing' ? 'condition' : 'shareCondition', values: { case: element.shareType } }
  },
})
