import type { Element } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'
import { isIdentityNumber } from './identity-number.ts'
import { typedIn } from './texts.ts'

/** Where the telephone of an office is asked for. */
const contactFields: ReadonlySet<string> = new Set(['contact', 'responsible', 'applicant', 'vendor', 'consult', 'place'])

const identityNumbers = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/gu
const mobileNumbers = /(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z])/u

/** A model says which data there are; the data of real people have no place in it. */
export const noPersonalDataInTexts = defineRule({
  id: 'CHK-T-PERSON',
  severity: 'warning',
  step: 'X',
  on: everyKind,
  source: norms.privacy,
  *check(element) {
    const said = new Set<string>()
    // An element of any kind is an element; the union of all kinds is too wide to be seen as one.
    for (const [field, text] of typedIn(element as Element)) {
      if (said.has(field)) continue
      const found = personalIn(field, text)
      if (found === undefined) continue
      said.add(field)
      yield { field, values: { case: found } }
    }
  },
})

function personalIn(field: string, text: string): 'identity' | 'mobile' | undefined {
  if (text.length < 11) return undefined
  if ((text.match(identityNumbers) ?? []).some(isIdentityNumber)) return 'identity'
  return !contactFields.has(field) && mobileNumbers.test(text) ? 'mobile' : undefined
}
