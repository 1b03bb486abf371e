import { isCreditCode } from '../credit-code.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** The check character shows typing errors; genuine codes that fail it are known, so it only warns (domain §3.5). */
export const creditCodeChecks = defineRule({
  id: 'CHK-T-CREDIT',
  severity: 'warning',
  step: 'X',
  on: ['organisation', 'item'],
  source: norms.creditCode,
  *check(element) {
    const [field, code] =
      element.kind === 'item' ? (['implementerCode', element.implementerCode] as const) : (['creditCode', element.creditCode] as const)
    if (code !== undefined && !isCreditCode(code)) yield { field, values: { code } }
  },
})
