import { kinds } from '../../kinds/index.ts'
import { defineRule } from '../define-rule.ts'

/** Everything has a name. */
export const namesAreThere = defineRule({
  id: 'CHK-T-NAME',
  severity: 'error',
  step: 'X',
  on: kinds.map(kind => kind.name),
  source: '基本要求',
  *check(element) {
    if (element.name.trim() === '') yield { field: 'name' }
  },
})
