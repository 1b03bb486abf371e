import { labelOf } from '../../code-lists/index.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** First two digits of the provinces. Source: GB/T 2260. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/u

/** What remains of a code behind the part that names the level is zero. */
const levelForms: { readonly [level: string]: RegExp } = {
  province: /^\d{2}0*$/u,
  prefecture: /^\d{4}0*$/u,
  county: /^\d{6}0*$/u,
  township: /^\d{9}0*$/u,
}

/** National region codes have 6, 9 or 12 digits and say their level. Codes with letters are an office's own and stay. */
export const regionCodeFits = defineRule({
  id: 'CHK-T-REGION',
  severity: 'warning',
  step: 'X',
  on: ['organisation', 'document'],
  source: norms.region,
  *check(element) {
    const [field, code] =
      element.kind === 'document' ? (['region', element.region] as const) : (['regionCode', element.regionCode] as const)
    if (code === undefined || !/^\d+$/u.test(code)) return
    if (![6, 9, 12].includes(code.length) || !provinces.test(code)) yield { field, values: { case: 'form', code } }
    else if (element.kind === 'organisation' && levelForms[element.level ?? '']?.test(code) === false)
      yield { field, values: { case: 'level', code, level: labelOf('orgLevel', element.level ?? '') } }
  },
})
