import { afterAll, expect, test } from 'vitest'
import { acquireLock, type Lock, lockPathOf } from '#host/core/lock.ts'
import { chanceFrom } from '#demo/index.ts'
import { crashDisk } from './crash-disk.ts'
import { faultyFiles } from './faulty-files.ts'
import { scheduler } from './scheduler.ts'
import { testMachine } from './test-machine.ts'

const orders = process.env['JINGWEI_FULL'] ? 5_000 : 500
const path = lockPathOf('/home/计划.jw')
const dead = 99

afterAll(() => console.log(`lock orders ${2 * orders}/0 with another number of winners than one`))

/** Which of three programs got the lock when their calls came in this order. */
async function winners(seed: number, isStale: boolean): Promise<readonly Lock[]> {
  const disk = crashDisk()
  disk.makeFolders('/home')
  if (isStale) await acquireLock(testMachine(disk.files, { pid: dead }), path)
  const { turn, run } = scheduler(chanceFrom(seed))
  const files = faultyFiles(disk.files, turn)
  const got: Lock[] = []
  const program = async (pid: number): Promise<void> => {
    const lock = await acquireLock(testMachine(files, { pid, isAlive: one => one !== dead }), path)
    if (lock.ok) got.push(lock.value)
  }
  await run([1, 2, 3].map(program))
  expect(disk.names('/home').length, `seed ${seed}`).toBe(1)
  return got
}

test.each([false, true])('[D14] in whatever order their calls come, one program gets the lock (a stale one there: %s)', async isStale => {
  for (let seed = 1; seed <= orders; seed++) expect((await winners(seed, isStale)).length, `seed ${seed}`).toBe(1)
})
