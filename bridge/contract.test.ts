import { expect, test } from 'vitest'
import { type Answers, answerer } from './answerer.ts'
import { callsOver } from './caller.ts'
import { calls, events } from './contract.ts'
import { callNames, eventNames } from './names.ts'
import { err, ok } from './result.ts'

test('every name has its call, every call its name', () => {
  expect(Object.keys(calls)).toStrictEqual([...callNames])
  expect(Object.keys(events)).toStrictEqual([...eventNames])
})

const token = 'A'.repeat(22)

/** A machine that has one file and otherwise says no. */
const machine = Object.fromEntries(
  callNames.map(name => [name, () => Promise.resolve(err({ code: 'no-dialog' }))]),
) as unknown as Answers<null>
const answer = answerer<null>({
  ...machine,
  'doc:read': () => Promise.resolve(ok({ bytes: new Uint8Array([1]), sha256: 'a'.repeat(64) })),
  'doc:release': () => Promise.resolve(ok('something else' as never)),
})

test('a call reaches its answer and back', async () => {
  const host = callsOver((name, input) => answer(name, input, null))
  expect(await host['doc:read']({ token })).toStrictEqual(ok({ bytes: new Uint8Array([1]), sha256: 'a'.repeat(64) }))
  expect(await host['doc:openDialog']({ choice: null })).toStrictEqual(err({ code: 'no-dialog' }))
})

test('what the contract does not know is refused before it is answered', async () => {
  for (const [name, input] of [
    ['doc:erase', null],
    ['__proto__', null],
    ['doc:read', { token, path: '/etc/passwd' }],
    ['doc:read', { token: '../../etc/passwd' }],
    ['doc:read', null],
  ] as const)
    expect(await answer(name, input, null)).toStrictEqual(err({ code: 'not-understood' }))
})

test('an answer that is none is our bug, on either side', async () => {
  await expect(answer('doc:release', { token }, null)).rejects.toThrow('Invalid input')
  for (const strange of [undefined, null, 'yes', {}, { ok: true }, { ok: true, value: {} }, { ok: false, error: { code: 'strange' } }])
    expect(await callsOver(() => Promise.resolve(strange))['doc:read']({ token })).toStrictEqual(err({ code: 'failed' }))
})
