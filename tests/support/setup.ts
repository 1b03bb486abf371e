import { afterEach, expect } from 'vitest'

/** No input may ever reach the prototype of all objects. Source: reliability I4. */
afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
