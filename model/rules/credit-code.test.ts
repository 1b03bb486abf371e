import { expect, test } from 'vitest'
import { isCreditCode } from './credit-code.ts'

test.each(['91110000101623741K', '911101066976941872'])('%s is genuine', code => expect(isCreditCode(code)).toBe(true))

test.each([
  ['91350211M0000XUF46', 'genuine all the same; why the rule only warns (domain §3.5)'],
  ['91110000101623741A', 'wrong check character'],
  ['91110000101623741', 'too short'],
  ['9111000010162374IK', 'a letter that codes do not have'],
])('%s fails: %s', code => expect(isCreditCode(code)).toBe(false))

test('a sum that 31 divides gives 0, not the 32nd character', () => {
  const body = '1111000000000000'
  const codes = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').map(last => `${body}${last}0`)
  expect(codes.filter(isCreditCode)).toHaveLength(1)
})
