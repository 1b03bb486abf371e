const weights: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const checks = '10X98765432'

/** Whether eighteen characters are a citizen's identity number: a possible birthday and the right check character. Source: GB 11643—1999. */
export function isIdentityNumber(text: string): boolean {
  const birthday = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u
  if (!birthday.test(text)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checks[sum % 11] === text[17]?.toUpperCase()
}
