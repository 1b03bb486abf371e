import { expect, test } from 'vitest'
import { attempt, problemOf, succeeds, unless } from './problem-of.ts'

const refusal = (code: string): Error => Object.assign(new Error(code), { code })

test.each([
  ['ENOENT', 'gone'],
  ['EACCES', 'not-allowed'],
  ['EROFS', 'read-only'],
  ['EDQUOT', 'disk-full'],
  ['ETXTBSY', 'busy'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['ESTALE', 'unreachable'],
  ['ENEVERSEEN', 'unreachable'],
])('%s is %s, and the system’s code is kept', (system, code) => {
  expect(problemOf(refusal(system))).toStrictEqual({ code, system })
})

test('a bug is not a refusal of the system', async () => {
  const bug = new TypeError('bug')
  await expect(attempt(() => Promise.reject(bug))).rejects.toBe(bug)
  await expect(succeeds(() => Promise.reject(bug))).rejects.toBe(bug)
  await expect(attempt(() => Promise.reject(refusal('ERR_INVALID_ARG_TYPE')))).rejects.toThrow('ERR_INVALID_ARG_TYPE')
})

test('only the refusals named are passed over', async () => {
  expect(await unless(['ENOENT'], () => Promise.reject(refusal('ENOENT')))).toBeUndefined()
  await expect(unless(['ENOENT'], () => Promise.reject(refusal('EIO')))).rejects.toThrow('EIO')
})
