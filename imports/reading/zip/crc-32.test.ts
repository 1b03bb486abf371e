import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 as another } from '#model/file/crc32.ts'
import { crc32 } from './crc-32.ts'

test('the check value of the polynomial', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('piece by piece is the same as at once, and as another writing of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes))
      expect(crc32(bytes)).toBe(another(bytes))
    }),
  )
})
