import { codeListOf } from '../../code-lists/index.ts'
import { isCreditCode } from '../credit-code.ts'
import { defineRule, type Found } from '../define-rule.ts'
import { norms } from '../norms.ts'

/** National codes have known lengths and parts. Patterns are read from public samples, so this only warns (domain §3.3). */
export const itemCodesFit = defineRule({
  id: 'CHK-L4-CODE',
  severity: 'warning',
  step: 'L4',
  on: ['item'],
  source: norms.itemCoding,
  *check({ catalogCode, implementationCode, handlingCode, itemType }) {
    if (catalogCode !== undefined) yield* catalogProblems(catalogCode, itemType)
    if (implementationCode !== undefined) yield* implementationProblems(implementationCode, catalogCode)
    if (handlingCode !== undefined && !/^[0-9A-Z]{31}\d{2}$/u.test(handlingCode))
      yield { field: 'handlingCode', values: { case: 'handling' } }
    else if (handlingCode !== undefined && implementationCode !== undefined && !handlingCode.startsWith(implementationCode))
      yield { field: 'handlingCode', values: { case: 'apart' } }
  },
})

/** Region 2, type 2, department 2, main item 3, sub-item 3. */
function* catalogProblems(code: string, itemType: string | undefined): Iterable<Found> {
  if (!/^\d{12}$/u.test(code)) yield { field: 'catalogCode', values: { case: 'catalog' } }
  else {
    const type = codeListOf('itemType')?.values.find(one => one.value === itemType)
    if (type !== undefined && type.code !== '00' && code.slice(2, 4) !== type.code)
      yield { field: 'catalogCode', values: { case: 'type', type: type.label, code: type.code } }
  }
}

/** Credit code 18, level 1, catalogue code 12. */
function* implementationProblems(code: string, catalogCode: string | undefined): Iterable<Found> {
  if (!/^[0-9A-Z]{18}\d{13}$/u.test(code)) yield { field: 'implementationCode', values: { case: 'implementation' } }
  else if (!isCreditCode(code.slice(0, 18))) yield { field: 'implementationCode', values: { case: 'credit' } }
  else if (catalogCode !== undefined && code.slice(19) !== catalogCode) yield { field: 'implementationCode', values: { case: 'catalogue' } }
}
