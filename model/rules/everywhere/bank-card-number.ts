/** Issuers whose cards are common here: UnionPay, Visa, Mastercard, JCB. Source: ISO/IEC 7812-1. */
const issuer = /^(?:62|60|4|5[1-5]|35)/u

/** Whether 16 to 19 digits are the number of a bank card: a known issuer and the right check digit. Source: ISO/IEC 7812-1, annex B. */
export function isBankCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/u.test(digits) || !issuer.test(digits)) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
