/** Digits and letters without I, O, S, V, Z. Source: GB 32100—2015. */
const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const MODULUS = 31

/** Whether the last of the eighteen characters is the check character of the others. Source: GB 32100—2015; weights are powers of 3 modulo 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || Array.from(code).some(character => !charset.includes(character))) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += charset.indexOf(character) * weight
    weight = (weight * 3) % MODULUS
  }
  return charset[(MODULUS - (sum % MODULUS)) % MODULUS] === code[17]
}
