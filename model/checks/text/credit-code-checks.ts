import { hasValidCheckSign } from './credit-code.ts'
import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** The last sign of a unified social credit code is its check sign. */
export const creditCodeChecks = defineRule({
  id: 'CHK-T-CREDIT',
  severity: 'warning',
  step: 'X',
  on: ['organisation'],
  source: 'GB 32100—2015',
  *check(organisation) {
    const code = textIn(organisation, 'creditCode')
    if (code !== '' && !hasValidCheckSign(code)) yield { field: 'creditCode', values: { code } }
  },
})
