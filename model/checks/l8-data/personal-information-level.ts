import { textIn } from '../../method/reading.ts'
import { defineRule } from '../define-rule.ts'

/** Personal information is at least of level L3. */
export const personalInformationLevel = defineRule({
  id: 'CHK-L8-PIILEVEL',
  severity: 'error',
  step: 'L8',
  on: ['dataItem'],
  source: 'DB33/T 2351—2021',
  *check(dataItem) {
    const personal = textIn(dataItem, 'personalInfo')
    const level = textIn(dataItem, 'securityLevel')
    if (personal !== '' && personal !== 'none' && ['L1', 'L2'].includes(level)) yield { field: 'securityLevel', values: { level } }
  },
})
