import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Personal information is listed for review: least, authorised, masked. */
export const personalInformation = defineRule({
  id: 'CHK-L8-PII',
  severity: 'info',
  step: 'L8',
  on: ['dataItem'],
  source: '个人信息保护法',
  *check(dataItem) {
    const personal = textIn(dataItem, 'personalInfo')
    if (personal !== '' && personal !== 'none') yield { field: 'personalInfo' }
  },
})
