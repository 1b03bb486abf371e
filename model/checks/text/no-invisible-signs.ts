import { kinds } from '../../kinds/index.ts'
import { defineRule } from '../define-rule.ts'

/** Names hold no signs that nobody sees. */
export const noInvisibleSigns = defineRule({
  id: 'CHK-T-BIDI',
  severity: 'warning',
  step: 'X',
  on: kinds.map(kind => kind.name),
  source: '文字安全',
  *check(element) {
    if (/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(element.name)) yield { field: 'name' }
  },
})
