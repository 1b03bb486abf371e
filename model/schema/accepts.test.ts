import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '../kinds/index.ts'
import {
  choices,
  date,
  duration,
  type Field,
  flag,
  formula,
  lines,
  longText,
  number,
  ref,
  refList,
  refs,
  text,
  texts,
} from './define-field.ts'
import type { Kind } from './define-kind.ts'

const fields: readonly Field[] = [
  text('a'),
  longText('a'),
  number('a'),
  date('a'),
  flag('a'),
  choices('a', 'list'),
  texts('a'),
  ref('a', ['x']),
  refs('a', ['x']),
  refList('a', ['x']),
  formula('a'),
  duration('a'),
  lines('a', { b: text('b'), c: number('c') }),
]

const piece = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'b',
    '农',
    ' ',
    '-a',
    'a'.repeat(64),
    'a'.repeat(65),
    '字'.repeat(200),
    '字'.repeat(201),
    '\u0000',
    '\ud800',
    '\uFFFE',
    'a\nb',
    '2024-02-29',
    '2023-02-29',
  ),
  fc.constantFrom<unknown>(0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, [], {}),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const value = fc.oneof(
  piece,
  fc.array(piece, { maxLength: 3 }),
  fc.record({ text: piece, refs: fc.array(fc.record({ name: piece, id: piece })) }, { requiredKeys: [] }),
  fc.record({ value: piece, unit: piece, words: piece }, { requiredKeys: [] }),
  fc.array(fc.record({ b: piece, c: piece }, { requiredKeys: [] }), { maxLength: 2 }),
)

describe('what is fast and what explains agree', () => {
  test.each(fields.map(field => [field.type, field] as const))('on values of %s', (_type, field) => {
    fc.assert(
      fc.property(value, one => {
        expect(field.accepts(one)).toBe(field.schema.safeParse(one).success)
      }),
      { numRuns: 1000 },
    )
  })

  test('on elements', () => {
    const all: readonly Kind[] = kinds
    const element = fc.record(
      {
        id: piece,
        kind: fc.constantFrom('item', 'unit', 'x'),
        name: piece,
        code: piece,
        owner: piece,
        order: piece,
        custom: fc.oneof(piece, fc.dictionary(fc.constantFrom('a', '-', 'constructor'), piece)),
        note: piece,
        lead: piece,
        constructor: piece,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(element, fc.constantFrom(...all), (one, kind) => {
        expect(kind.accepts(one)).toBe(kind.schema.safeParse(one).success)
      }),
      { numRuns: 3000 },
    )
  })
})
