import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './hash.ts'

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('a digest is that of the machine, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(sha256(bytes)).toBe(expected(bytes))
    }),
    { numRuns: 500 },
  )
})

test('a digest is right at every length around the ends of blocks', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = new Uint8Array(length).fill(length)
    expect(sha256(bytes), String(length)).toBe(expected(bytes))
  }
})

test('a digest is that of the part looked at, not of the memory behind it', () => {
  const memory = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
  expect(sha256(memory.subarray(13, 777))).toBe(expected(memory.slice(13, 777)))
})
