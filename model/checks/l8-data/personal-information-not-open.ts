import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Personal information is never open without condition. */
export const personalInformationNotOpen = defineRule({
  id: 'CHK-L8-PIIOPEN',
  severity: 'error',
  step: 'L8',
  on: ['dataItem'],
  source: '个人信息保护法',
  *check(dataItem) {
    const personal = textIn(dataItem, 'personalInfo')
    if (personal !== '' && personal !== 'none' && textIn(dataItem, 'openType') === 'unconditional') yield { field: 'openType' }
  },
})
