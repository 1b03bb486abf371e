import { kinds } from '../../kinds/index.ts'
import { hasIdentityNumber } from './identity-number.ts'
import { defineRule } from '../define-rule.ts'

/** A model says which data are needed, never the data of a person. */
export const noPersonalDataInTexts = defineRule({
  id: 'CHK-T-PERSON',
  severity: 'warning',
  step: 'X',
  on: kinds.map(kind => kind.name),
  source: '个人信息保护法',
  *check(element) {
    for (const [field, value] of Object.entries(element)) if (typeof value === 'string' && hasIdentityNumber(value)) yield { field }
  },
})
