import { sharingKind } from '../../kinds/sharing.ts'
import { defineRule } from '../define-rule.ts'

/** An entry names source organisation, system, share type and method. */
export const entryIsComplete = defineRule({
  id: 'CHK-R1-LISTED',
  severity: 'error',
  step: 'R1',
  on: ['sharing'],
  source: '总体方案 SR-R1、SR-R2',
  *check(entry) {
    const missing = (['provider', 'providerSystem', 'shareType', 'method'] as const).filter(field => entry[field] === undefined)
    if (missing.length > 0)
      yield { field: missing[0] ?? 'provider', values: { missing: missing.map(field => sharingKind.fields[field].label) } }
  },
})
