import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, same } from './json.ts'

test('a field named like one that every object has is a field like any other', () => {
  expect(same({}, { constructor: 'x' })).toBe(false)
  expect(same({ constructor: 'x' }, {})).toBe(false)
  expect(same({}, JSON.parse('{"__proto__":{}}'))).toBe(false)
  expect(same({ toString: 'x' }, { toString: 'x' })).toBe(true)
})

test('a missing field and an undefined one are the same', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true)
})

test('two values are the same exactly when their canonical texts are', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(value, value, (a, b) => {
      const clean = (one: unknown): unknown => JSON.parse(JSON.stringify(one))
      expect(same(clean(a), clean(b))).toBe(canonical(clean(a)) === canonical(clean(b)))
      expect(same(clean(a), clean(a))).toBe(true)
    }),
  )
})
