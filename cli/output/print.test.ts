import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, table, width } from './print.ts'

test('full-width characters take two columns', () => {
  expect([width('事项'), width('A1'), width('（甲）'), width('𠮷'), width('é')]).toStrictEqual([4, 2, 6, 2, 1])
})

test('columns align', () => {
  const printed = table(
    [{ title: '编码' }, { title: '名称' }, { title: '数', align: 'right' }],
    [
      ['A1', '事项', '3'],
      ['A10', '很长的事项名称', '12'],
    ],
  )
  expect(printed.split('\n')).toStrictEqual([
    '编码  名称            数',
    '────  ──────────────  ──',
    'A1    事项             3',
    'A10   很长的事项名称  12',
  ])
})

test('a cut text fits and is well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 20 }), (text, most) => {
      const kept = cut(text, most)
      expect(width(kept)).toBeLessThanOrEqual(most)
      expect(kept.isWellFormed()).toBe(true)
    }),
  )
})
