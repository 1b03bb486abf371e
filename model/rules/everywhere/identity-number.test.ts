import { expect, test } from 'vitest'
import { isIdentityNumber } from './identity-number.ts'

test('the example of the standard is one, with a small x as well', () => {
  expect([
    isIdentityNumber('11010519491231002X'),
    isIdentityNumber('11010519491231002x'),
    isIdentityNumber('440524188001010014'),
  ]).toStrictEqual([true, true, false])
})

test.each(['110105194912310021', '11010519491331002X', '01010519491231002X', '91110000101623741K', '1101051949123100'])(
  '%s is none',
  text => expect(isIdentityNumber(text)).toBe(false),
)
