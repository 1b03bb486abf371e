import type { Element } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'
import { isIdentityNumber } from './identity-number.ts'
import { fieldsWith } from './texts.ts'

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
  *check(element: Element) {
    if (fieldsWith(element, holdsLongNumber).length === 0) return
    for (const field of fieldsWith(element, holdsIdentity)) yield { field, values: { case: 'identity' } }
    for (const field of fieldsWith(element, holdsMobile)) yield { field, values: { case: 'mobile' } }
  },
})

const SHORTEST = 11

/** Digits as both sorts have them: nearly every text is done with after this one look. */
const holdsLongNumber = (text: string): boolean => text.length >= SHORTEST && /\d{11}/u.test(text)

const holdsIdentity = (text: string): boolean => text.length > SHORTEST && (text.match(identityNumbers) ?? []).some(isIdentityNumber)

const holdsMobile = (text: string, field: string): boolean =>
  text.length >= SHORTEST && !contactFields.has(field) && mobileNumbers.test(text)
