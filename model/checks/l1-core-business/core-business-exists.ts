import { defineRule } from '../define-rule.ts'

/** A model begins with the core business. */
export const coreBusinessExists = defineRule({
  id: 'CHK-L1-NONE',
  severity: 'warning',
  step: 'L1',
  on: ['document'],
  source: '总体方案 SR-L1',
  alsoTouched: edit => edit.after.lookups.allOf('document'),
  *check(_, { lookups }) {
    if (lookups.countOf('coreBusiness') === 0) yield {}
  },
})
