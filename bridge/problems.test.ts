import { expect, test } from 'vitest'
import { Problem, problemCodes } from './problems.ts'

test('every problem has a code of its own', () => {
  expect(problemCodes.length).toBeGreaterThan(15)
  expect(new Set(problemCodes).size).toBe(problemCodes.length)
})

test('a problem survives the way between two processes', () => {
  const problem: Problem = { code: 'conflict', found: 'a'.repeat(64) }
  expect(Problem.parse(JSON.parse(JSON.stringify(problem)))).toStrictEqual(problem)
})

test('what is no problem of ours does not cross', () => {
  expect(Problem.safeParse({ code: 'strange' }).success).toBe(false)
  expect(Problem.safeParse({ code: 'conflict', found: '../../etc/passwd' }).success).toBe(false)
})
