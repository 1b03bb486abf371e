import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { systemError } from '#tests/durability/faulty-files.ts'
import { testMachine } from '#tests/durability/test-machine.ts'
import { acquireLock, type Lock, lockPathOf, type LockWish } from './lock.ts'
import type { Machine } from './machine.ts'

const path = lockPathOf('/home/计划.jw')

function home(): CrashDisk {
  const disk = crashDisk()
  disk.makeFolders('/home')
  return disk
}

async function take(machine: Machine, wish?: LockWish): Promise<Lock> {
  const lock = await acquireLock(machine, path, wish)
  if (!lock.ok) throw new Error(lock.error.code)
  return lock.value
}

describe('[D14] lock of a document', () => {
  test('its name does not contain the document’s', () => {
    expect(path).toMatch(/^\/home\/\.jw-[0-9a-f]{12}\.lock$/u)
    expect(lockPathOf('/home/other.jw')).not.toBe(path)
  })

  test('says who holds it, and is free again after release', async () => {
    const disk = home()
    const first = await take(testMachine(disk.files, { user: 'li', pid: 3 }))
    expect(await acquireLock(testMachine(disk.files), path)).toMatchObject({
      ok: false,
      error: { code: 'locked', holder: { user: 'li', pid: 3, host: 'one' } },
    })
    await first.release()
    expect(disk.names('/home')).toStrictEqual([])
    await take(testMachine(disk.files))
  })

  test('of a dead process of this machine is taken over silently, 20 of 20', async () => {
    for (let pid = 1; pid <= 20; pid++) {
      const disk = home()
      await take(testMachine(disk.files, { pid }))
      const next = await take(testMachine(disk.files, { isAlive: one => one !== pid }))
      expect(await next.isHeld()).toBe(true)
      expect(disk.names('/home').length).toBe(1)
    }
  })

  test('of a process whose number was given to another is taken over', async () => {
    const disk = home()
    await take(testMachine(disk.files, { startOf: () => 'yesterday' }))
    await take(testMachine(disk.files, { startOf: () => 'today' }))
  })

  test('of another machine stays, dead or not, until a person decides', async () => {
    const disk = home()
    const first = await take(testMachine(disk.files, { host: 'other' }))
    const machine = testMachine(disk.files, { isAlive: () => false })
    expect((await acquireLock(machine, path)).ok).toBe(false)
    const next = await take(machine, { takeFrom: first.holder })
    expect([await first.isHeld(), await next.isHeld()]).toStrictEqual([false, true])
    await first.release()
    expect(await next.isHeld()).toBe(true)
  })

  test('is not taken from somebody else than the person was shown', async () => {
    const disk = home()
    const shown = await take(testMachine(disk.files, { host: 'other' }))
    await shown.release()
    await take(testMachine(disk.files, { host: 'third' }))
    expect((await acquireLock(testMachine(disk.files), path, { takeFrom: shown.holder })).ok).toBe(false)
  })

  test('shows every minute that its holder lives, until it is released', async () => {
    const disk = home()
    const machine = testMachine(disk.files)
    const lock = await take(machine)
    const text = (): string => new TextDecoder().decode(disk.read(path))
    const before = text()
    machine.pass(60_000)
    await expect.poll(text).not.toBe(before)
    expect(JSON.parse(text())).toMatchObject({ since: '2026-11-24T09:30:00.000Z', heartbeat: '2026-11-24T09:31:00.000Z' })
    await lock.release()
    machine.pass(600_000)
    expect(disk.names('/home')).toStrictEqual([])
  })

  test('can be waited for', async () => {
    const disk = home()
    const first = await take(testMachine(disk.files))
    const waiting = testMachine(disk.files)
    const { wait } = waiting.clock
    let waits = 0
    const clock = { ...waiting.clock, wait: async (duration: number) => (++waits === 5 ? first.release() : wait(duration)) }
    await take({ ...waiting, clock }, { patience: 1_000 })
    expect(waits).toBe(5)
  })

  test('that was half written counts as held for ten seconds, then as stale', async () => {
    const disk = home()
    const machine = testMachine(disk.files)
    disk.write(path, new TextEncoder().encode('{"host":"on'))
    const young = { ...disk.files, linkFacts: async () => ({ ...(await disk.files.linkFacts(path)), modifiedMs: machine.clock.now() }) }
    expect(await acquireLock({ ...machine, files: young }, path)).toStrictEqual({ ok: false, error: { code: 'locked', holder: null } })
    await take(machine)
  })

  test('works where a file cannot have a second name', async () => {
    const disk = home()
    const files = { ...disk.files, link: () => Promise.reject(systemError('EPERM')) }
    const first = await take(testMachine(files))
    expect((await acquireLock(testMachine(files), path)).ok).toBe(false)
    await first.release()
    expect(disk.names('/home')).toStrictEqual([])
  })

  test('says so when the folder takes no files', async () => {
    const files = { ...home().files, open: () => Promise.reject(systemError('EROFS')) }
    expect(await acquireLock(testMachine(files), path)).toStrictEqual({ ok: false, error: { code: 'read-only', system: 'EROFS' } })
  })
})
