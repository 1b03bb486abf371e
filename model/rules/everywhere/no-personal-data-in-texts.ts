import type { Element } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { isBankCardNumber } from './bank-card-number.ts'
import { everyKind } from './every-kind.ts'
import { isIdentityNumber } from './identity-number.ts'
import { fieldsWith } from './texts.ts'

/** Where the telephone of an office is asked for. */
const contactFields: ReadonlySet<string> = new Set(['contact', 'responsible', 'applicant', 'vendor', 'consult', 'place'])

const identityNumbers = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/gu
const mobileNumbers = /(?<![0-9A-Za-z.-])1[3-9]\d(?:\d{8}|([ -])\d{4}\1\d{4})(?![0-9A-Za-z-])/u
const cardNumbers = /(?<![0-9A-Za-z.-])(?:\d{16,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?)(?![0-9A-Za-z-])/gu

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
    for (const field of fieldsWith(element, holdsCard)) yield { field, values: { case: 'bank-card' } }
    for (const field of fieldsWith(element, holdsMobile)) yield { field, values: { case: 'mobile' } }
  },
})

const SHORTEST = 11

/** Digits as all sorts have them, also in groups and full-width: nearly every text is done with after this one look. */
const holdsLongNumber = (text: string): boolean => text.length >= SHORTEST && /[\d０-９]{11}|\d{3}[ -]\d{4}[ -]\d{4}/u.test(text)

const plain = (text: string): string => (/[０-９]/u.test(text) ? text.normalize('NFKC') : text)

const holdsIdentity = (text: string): boolean => holdsLongNumber(text) && (plain(text).match(identityNumbers) ?? []).some(isIdentityNumber)

/** Some identity numbers pass the check of cards too; they are told as what they are. */
const holdsCard = (text: string): boolean =>
  holdsLongNumber(text) &&
  (plain(text).match(cardNumbers) ?? []).some(written => {
    const digits = written.replaceAll(/[ -]/gu, '')
    return isBankCardNumber(digits) && !isIdentityNumber(digits)
  })

const holdsMobile = (text: string, field: string): boolean =>
  holdsLongNumber(text) && !contactFields.has(field) && mobileNumbers.test(plain(text))
