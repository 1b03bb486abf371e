import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { thisMachine } from './machine.ts'

const { clock, processes, random } = thisMachine()

test('[D14] a process that has ended is told from one that lives', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  expect(processes.isAlive(process.pid)).toBe(true)
  expect(processes.isAlive(pid)).toBe(false)
  expect(processes.startOf(pid)).toBeNull()
})

test('[D14] the start of a process stays the same and is its own', () => {
  if (process.platform !== 'linux') return expect(processes.startOf(process.pid)).toBeNull()
  expect(processes.startOf(process.pid)).toBe(processes.startOf(process.pid))
  expect(processes.startOf(process.pid)).not.toBe(processes.startOf(1))
})

test('what was put off can be called off', async () => {
  const done: string[] = []
  clock.after(1, () => done.push('kept'))
  clock.after(1, () => done.push('called off'))()
  await clock.wait(20)
  expect(done).toStrictEqual(['kept'])
})

test('random names have the length asked for', () => {
  expect(random(4)).toMatch(/^[0-9a-f]{8}$/u)
  expect(random(4)).not.toBe(random(4))
})
