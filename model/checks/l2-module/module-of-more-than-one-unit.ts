import { defineRule } from '../define-rule.ts'

/** A level with one child says nothing. */
export const moduleOfMoreThanOneUnit = defineRule({
  id: 'CHK-L2-SINGLE',
  severity: 'info',
  step: 'L2',
  on: ['module'],
  source: '拆解粒度',
  looksAt: [['owned']],
  *check(module, { lookups }) {
    if (lookups.ownedBy(module.id, 'unit').length === 1) yield {}
  },
})
