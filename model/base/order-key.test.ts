import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrderKey, keyBetween, keysAfter } from './order-key.ts'

test('[O1] there is always room: keys inserted anywhere stay in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 200 }), places => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        keys.splice(at, 0, keyBetween(keys[at - 1], keys[at]))
      }
      expect(keys).toStrictEqual([...new Set(keys)].sort())
    }),
    { numRuns: 1000 },
  )
})

test('[O2] a thousand siblings appended have short keys', () => {
  const keys = keysAfter(undefined, 1000)
  expect(keys).toStrictEqual([...keys].sort())
  expect(Math.max(...keys.map(key => key.length))).toBeLessThan(5)
})

test('[O3] there is room before the first, again and again', () => {
  let first = keyBetween(undefined, undefined)
  for (let index = 0; index < 100; index++) {
    const before = keyBetween(undefined, first)
    expect(before < first).toBe(true)
    first = before
  }
})

test('[O4] what is made is a key, and what no key can stand before is none', () => {
  const keys = keysAfter(keyBetween(undefined, keyBetween(undefined, 'a0')), 100)
  for (const key of keys) expect(isOrderKey(key), key).toBe(true)
  for (const text of ['', '5', 'b0', 'a00', 'a0V0', `A${'0'.repeat(26)}`, 'a-', 'é0']) expect(isOrderKey(text), text).toBe(false)
})
