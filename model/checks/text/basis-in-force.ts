import { membersIn, refIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Nothing rests on a basis that was replaced. */
export const basisInForce = defineRule({
  id: 'CHK-T-BASIS',
  severity: 'warning',
  step: 'X',
  on: ['coreBusiness', 'item', 'step'],
  source: '依据库',
  looksAt: [['references']],
  *check(element, { get }) {
    for (const id of membersIn(element, 'bases')) {
      const basis = get(id)
      if (basis && (basis['inForce'] === false || refIn(basis, 'replacedBy') !== undefined))
        yield { field: 'bases', values: { basis: basis.name } }
    }
  },
})
