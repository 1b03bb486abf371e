import { afterAll, expect, test } from 'vitest'
import type { FileSystem } from '#host/core/file-system.ts'
import { acquireLock, lockPathOf } from '#host/core/lock.ts'
import type { Machine } from '#host/core/machine.ts'
import { listBackups, readBackup } from '#host/core/saving/backups.ts'
import { hashOf, readWhole } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { chanceFrom } from '#demo/index.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { faultyFiles } from './faulty-files.ts'
import { scheduler } from './scheduler.ts'
import { testMachine } from './test-machine.ts'

const interleavings = process.env['JINGWEI_FULL'] ? 2_000 : 200
/** In milliseconds, for the full size on a slow machine. */
const longest = 900_000
const path = '/home/计划.jw'
const backups = '/data/backups/one'

const counts = { acked: 0, conflicts: 0 }
afterAll(() => console.log(`interleavings ${interleavings}/0 lost (${counts.acked} saves, ${counts.conflicts} conflicts)`))

/** Adds its marks to a list of words, merging with what it finds; the other one may come in between at every call. */
async function writer(machine: Machine, name: string, acked: string[]): Promise<void> {
  let loaded = await readWhole(machine.files, path)
  for (let number = 0; number < 3; number++) {
    const mark = `${name}${number}`
    for (let isSaved = false; !isSaved; ) {
      const lock = await acquireLock(machine, lockPathOf(path))
      if (!lock.ok) continue
      const bytes = new TextEncoder().encode(`${new TextDecoder().decode(loaded)} ${mark}`)
      const saved = await saveFile(machine, { path, bytes, expected: hashOf(loaded), backups })
      await lock.value.release()
      if (saved.ok) {
        acked.push(mark)
        loaded = bytes
        isSaved = true
      } else {
        expect(saved.error.code).toBe('conflict')
        counts.conflicts++
        loaded = await readWhole(machine.files, path)
      }
    }
  }
}

/** Another program, which knows no lock: it replaces the file in one step whenever it likes. */
async function stranger(files: FileSystem, acked: string[], turn: () => Promise<void>): Promise<void> {
  for (let number = 0; number < 2; number++) {
    for (let wait = 0; wait < 40; wait++) await turn()
    const old = new TextDecoder().decode(await readWhole(files, path))
    const temp = await files.open(`/home/other-${number}`, 'wx')
    await temp.write(new TextEncoder().encode(`${old} x${number}`), 0)
    await temp.close()
    await files.rename(`/home/other-${number}`, path)
    acked.push(`x${number}`)
  }
}

async function everything(disk: CrashDisk): Promise<string> {
  const machine = testMachine(disk.files)
  const listed = await listBackups(machine, backups)
  const texts = [new TextDecoder().decode(disk.read(path))]
  for (const { id } of listed.ok ? listed.value : []) {
    const read = await readBackup(machine, backups, id)
    if (read.ok) texts.push(new TextDecoder().decode(read.value))
  }
  return texts.join(' ')
}

test(
  '[D6] of two programs that save the same document neither loses what the other was told is saved',
  async () => {
    for (let seed = 1; seed <= interleavings; seed++) {
      const disk = crashDisk()
      disk.makeFolders('/home')
      disk.makeFolders('/data')
      disk.write(path, new TextEncoder().encode('start'))
      const { turn, run } = scheduler(chanceFrom(seed))
      const files = faultyFiles(disk.files, turn)
      const acked: string[] = []
      await run(['a', 'b'].map(name => writer(testMachine(files), name, acked)))
      const words = (await everything(disk)).split(' ')
      for (const mark of acked) expect(words, `seed ${seed}`).toContain(mark)
      counts.acked += acked.length
    }
    expect(counts.conflicts).toBeGreaterThan(interleavings / 4)
  },
  longest,
)

test('[D6] a save sees what a program without manners wrote before the last look', async () => {
  for (let seed = 1; seed <= interleavings / 4; seed++) {
    const disk = crashDisk()
    disk.makeFolders('/home')
    disk.makeFolders('/data')
    disk.write(path, new TextEncoder().encode('start'))
    const { turn, run } = scheduler(chanceFrom(seed))
    const acked: string[] = []
    const ours = faultyFiles(disk.files, turn)
    // What no program can see is a write between the last look and the rename: here the two are one.
    const files: FileSystem = { ...ours, rename: (from, to) => disk.files.rename(from, to) }
    await run([writer(testMachine(files), 'a', acked), stranger(disk.files, acked, turn)])
    const words = (await everything(disk)).split(' ')
    for (const mark of acked) expect(words, `seed ${seed}`).toContain(mark)
  }
})
