import { expect, test } from 'vitest'
import type { Delta } from '../document/delta.ts'
import { closed, emptyHistory, recorded, type Transaction } from './history.ts'

const renamed = (from: string, to: string, at: number): Transaction => {
  const delta: Delta = new Map([
    [
      'i',
      [
        { id: 'i', kind: 'item', name: from },
        { id: 'i', kind: 'item', name: to },
      ],
    ],
  ])
  return { operation: 'element/set-fields', delta, at }
}

test('typing is one step, up to a pause', () => {
  const typed = recorded(recorded(emptyHistory, renamed('', 'a', 0)), renamed('a', 'ab', 499))
  expect(typed.done.length).toBe(1)
  expect(recorded(typed, renamed('ab', 'abc', 999)).done.length).toBe(2)
})

test('a step that was closed takes nothing in, even after a later one came to nothing', () => {
  const first = closed(recorded(emptyHistory, renamed('', 'a', 0)))
  const nothing = recorded(recorded(first, renamed('a', 'b', 100)), renamed('b', 'a', 200))
  expect(nothing.done).toStrictEqual(first.done)
  expect(recorded(nothing, renamed('a', 'c', 300)).done.length).toBe(2)
})
