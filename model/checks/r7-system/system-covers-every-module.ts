import { defineRule } from '../define-rule.ts'

/** Every module belongs to a target system. */
export const systemCoversEveryModule = defineRule({
  id: 'CHK-R7-SYS',
  severity: 'warning',
  step: 'R7',
  on: ['module'],
  source: '总体方案 SR-R3',
  looksAt: [['referrers']],
  *check(module, view) {
    const covered = view.lookups.referrersOf(module.id, 'system', 'covers').some(one => view.get(one.from)?.['target'] === true)
    if (!covered) yield {}
  },
})
