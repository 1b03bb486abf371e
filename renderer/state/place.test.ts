import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOrder } from '#model/analysis/index.ts'
import { home, type Place, readPlace, tabs, writePlace } from './place.ts'

const some = fc.string({ minLength: 1, unit: 'grapheme' })
const page: fc.Arbitrary<Place['on']> = fc.oneof(
  fc.constant({ page: 'overview' } as const),
  fc.constantFrom(...stepOrder).chain(step => fc.constantFrom(...tabs).map(tab => ({ page: 'step', step, tab }) as const)),
  some.map(list => ({ page: 'list', list }) as const),
  some.map(severity => ({ page: 'findings', severity }) as const),
  some.map(element => ({ page: 'ready', element }) as const),
)

test('reading the address of a place gives the place', () => {
  fc.assert(
    fc.property(page, fc.option(some, { nil: undefined }), (on, selected) => {
      const place: Place = selected === undefined ? { on } : { on, selected }
      expect(readPlace(writePlace(place))).toStrictEqual(place)
    }),
  )
})

test('an address that names no place is home', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/step/L9', '#/list', '#/%E0%A4%A']) expect(readPlace(hash), hash).toStrictEqual(home)
  expect(readPlace('#/step/L4/nothing').on).toStrictEqual({ page: 'step', step: 'L4', tab: 'all' })
})
