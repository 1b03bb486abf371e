import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { faultyFiles, systemError } from '#tests/durability/faulty-files.ts'
import { type TestMachine, testMachine } from '#tests/durability/test-machine.ts'
import { type Backup, type BackupReason, keepBackup, listBackups, readBackup } from './backups.ts'
import { bytesContent, hashOf } from './content.ts'

const folder = '/data/backups/one'
const minutes = 60_000

function data(): { readonly disk: CrashDisk; readonly machine: TestMachine } {
  const disk = crashDisk()
  disk.makeFolders('/data')
  return { disk, machine: testMachine(disk.files) }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function keep(machine: TestMachine, text: string, reason: BackupReason = 'routine'): Promise<string | undefined> {
  const kept = await keepBackup(machine, folder, { content: bytesContent(bytes(text)), sha256: hashOf(bytes(text)), reason })
  if (!kept.ok) throw new Error(kept.error.code)
  return kept.value
}

async function listed(machine: TestMachine): Promise<readonly Backup[]> {
  const found = await listBackups(machine, folder)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

describe('copies of earlier versions', () => {
  test('none where there was never one', async () => expect(await listed(data().machine)).toStrictEqual([]))

  test('are listed newest first, with time, reason and size, and read back', async () => {
    const { machine } = data()
    await keep(machine, 'one')
    machine.pass(10 * minutes)
    const id = await keep(machine, 'two!', 'format')
    const [newest, oldest] = await listed(machine)
    expect(newest).toStrictEqual({
      id,
      time: Date.UTC(2026, 10, 24, 9, 40),
      reason: 'format',
      size: 4,
      hash: hashOf(bytes('two!')).slice(0, 16),
    })
    expect(await readBackup(machine, folder, oldest?.id ?? '')).toStrictEqual({ ok: true, value: bytes('one') })
  })

  test('a routine one is made once in ten minutes, any other at once', async () => {
    const { machine } = data()
    expect(await keep(machine, 'one')).toBeTypeOf('string')
    expect(await keep(machine, 'two')).toBeUndefined()
    expect(await keep(machine, 'three', 'shrinking')).toBeTypeOf('string')
    expect((await listed(machine)).length).toBe(2)
  })

  test('the same version is not copied twice, unless the copy is bad or would go sooner', async () => {
    const { disk, machine } = data()
    const routine = await keep(machine, 'one')
    const named = await keep(machine, 'one', 'in-place')
    expect(named).not.toBe(routine)
    expect(await keep(machine, 'one', 'in-place')).toBe(named)
    disk.write(`${folder}/${named}`, bytes('bad'))
    expect(await keep(machine, 'one', 'in-place')).not.toBe(named)
  })

  test('[D8] a clock that was set back neither stops copies nor makes the new one look old', async () => {
    const { disk, machine } = data()
    await keep(machine, 'one')
    const earlier = testMachine(disk.files)
    earlier.pass(-1_000 * minutes)
    const id = await keep(earlier, 'two')
    expect((await listed(earlier))[0]?.id).toBe(id)
  })

  test('older ones go only after the new one is on the disk', async () => {
    const { disk, machine } = data()
    for (let number = 0; number < 40; number++) {
      await keep(machine, `version ${number}`)
      machine.pass(10 * minutes)
    }
    const before = await listed(machine)
    const full = testMachine(
      faultyFiles(disk.files, call => {
        if (call === 'write') throw systemError('ENOSPC')
      }),
    )
    full.pass(1_000 * minutes)
    await expect(keep(full, 'more')).rejects.toThrow('disk-full')
    expect(await listed(machine)).toStrictEqual(before)
    expect(before.length).toBeLessThan(30)
  })

  test('of a document that changes while it is copied there is none', async () => {
    const { disk, machine } = data()
    const request = { content: bytesContent(bytes('theirs')), sha256: hashOf(bytes('old')), reason: 'format' } as const
    expect(await keepBackup(machine, folder, request)).toStrictEqual({
      ok: false,
      error: { code: 'conflict', found: hashOf(bytes('theirs')) },
    })
    expect(disk.names(folder)).toStrictEqual([])
  })

  test('a changed copy is not given out', async () => {
    const { disk, machine } = data()
    const id = (await keep(machine, 'one')) ?? ''
    disk.write(`${folder}/${id}`, bytes('oNe'))
    expect(await readBackup(machine, folder, id)).toStrictEqual({ ok: false, error: { code: 'damaged' } })
  })

  test.each(['../../home/secret', 'x', ''])('%j names no copy', async id => {
    expect(await readBackup(data().machine, folder, id)).toStrictEqual({ ok: false, error: { code: 'gone' } })
  })
})
