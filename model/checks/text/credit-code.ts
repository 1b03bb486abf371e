const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether the last of the 18 signs is the check sign of the others. Some genuine codes fail, so this may only warn. Source: GB 32100—2015. */
export function hasValidCheckSign(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/u.test(code)) return false
  let sum = 0
  let weight = 1
  for (const sign of code.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return signs.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}
