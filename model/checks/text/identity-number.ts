const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** Whether a text holds what is the number of a person's identity card, its check sign included. Source: GB 11643. */
export function hasIdentityNumber(text: string): boolean {
  return (
    text.match(/(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/gu) ?? []
  ).some(isIdentityNumber)
}

function isIdentityNumber(number: string): boolean {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}
