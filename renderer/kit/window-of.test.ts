import { expect, test } from 'vitest'
import { windowOf } from './window-of.ts'

test('only what is on screen is drawn, with a margin on both sides', () => {
  expect(windowOf(50_000, 30, 30_000, 600)).toStrictEqual({ from: 988, to: 1032 })
})

test('never outside the list', () => {
  expect(windowOf(5, 30, 0, 600)).toStrictEqual({ from: 0, to: 5 })
  expect(windowOf(0, 30, 0, 600)).toStrictEqual({ from: 0, to: 0 })
  // The list became shorter than what was scrolled.
  expect(windowOf(10, 30, 9_000, 600)).toStrictEqual({ from: 0, to: 10 })
})
