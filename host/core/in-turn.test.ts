import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('work is done in the order in which it was asked for, also after a failure', async () => {
  const queue = inTurn()
  const order: number[] = []
  const work = (number: number, duration: number) => async () => {
    await new Promise(resolve => void setTimeout(resolve, duration))
    order.push(number)
    if (number === 2) throw new Error('two')
    return number
  }
  const results = await Promise.allSettled([queue(work(1, 15)), queue(work(2, 5)), queue(work(3, 0))])
  expect(order).toStrictEqual([1, 2, 3])
  expect(results.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled'])
})
