import { afterAll, expect, test } from 'vitest'
import { openTransactions, type Transactions } from '#host/core/journal/transactions.ts'
import type { Machine } from '#host/core/machine.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { chanceFrom } from '#demo/index.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { versionIn, versionOf } from './documents.ts'
import { testMachine } from './test-machine.ts'

const documents = process.env['JINGWEI_FULL'] ? 100 : 12
/** In milliseconds, for the full size on a slow machine. */
const longest = 900_000
const path = '/home/计划.jw'
const folder = '/data/journal/one/transactions'

interface Image {
  readonly disk: CrashDisk
  readonly call: string
  /** The last version whose command came to its end. */
  readonly acked: number
}

let images = 0
afterAll(() => console.log(`command images ${images}/0`))

async function opened(machine: Machine): Promise<Transactions> {
  const transactions = await openTransactions(machine, folder)
  if (!transactions.ok) throw new Error(transactions.error.code)
  return transactions.value
}

/** What a command does that makes version n of version n − 1. Large deltas lie in files of their own. */
async function command(machine: Machine, disk: CrashDisk, version: number): Promise<void> {
  const transactions = await opened(machine)
  const before = hashOf(disk.read(path) ?? new Uint8Array())
  const bytes = versionOf(version, 3000)
  const delta = versionOf(version, version % 2 === 0 ? 200 : 70_000)
  const begun = await transactions.begin({ file: path, before, after: hashOf(bytes), delta })
  if (!begun.ok) throw new Error(begun.error.code)
  expect((await saveFile(machine, { path, bytes, expected: before, backups: '/data/backups/one' })).ok).toBe(true)
  expect((await transactions.close(begun.value)).ok).toBe(true)
  await transactions.release()
}

async function imagesOf(seed: number): Promise<Image[]> {
  const chance = chanceFrom(seed)
  const found: Image[] = []
  let acked = 0
  const disk = crashDisk(call => {
    for (const loss of ['ordered', 'unordered'] as const) found.push({ disk: disk.afterCrash(loss, chance.below), call, acked })
  })
  disk.makeFolders('/home')
  disk.makeFolders('/data')
  disk.write(path, versionOf(0, 3000))
  const machine = testMachine(disk.files)
  for (let version = 1; version <= 4; version++) {
    await command(machine, disk, version)
    acked = version
  }
  return found
}

/** What the next command does: resolves what is unfinished, then takes the last one back. */
async function check({ disk, call, acked }: Image): Promise<void> {
  const where = `after ${call}, acked ${acked}`
  // The command that held the lock died with the machine.
  const machine = testMachine(disk.files, { isAlive: () => false })
  const transactions = await opened(machine)
  const sha256 = hashOf(disk.read(path) ?? new Uint8Array())
  const version = versionIn(disk.read(path) ?? new Uint8Array()) ?? Number.NaN
  expect(version, where).toBeGreaterThanOrEqual(acked)
  const unfinished = await transactions.unfinished({ file: path, sha256 })
  if (!unfinished.ok) throw new Error(`${where}: ${unfinished.error.code}`)
  expect(unfinished.value.length, where).toBeLessThanOrEqual(1)
  for (const { transaction, delta, standing } of unfinished.value) {
    expect(standing, where).toBe(version === versionIn(delta) ? 'saved' : 'not-saved')
    const resolved = standing === 'saved' ? await transactions.close(transaction.id) : await transactions.drop(transaction.id)
    expect(resolved.ok, where).toBe(true)
  }
  const undoable = await transactions.undoable({ file: path, sha256 })
  expect(undoable.ok ? versionIn(undoable.value.delta) : undoable.error.code, where).toBe(version === 0 ? 'nothing-to-undo' : version)
  await transactions.release()
}

test(
  '[C5.2] a power cut at any moment of a command leaves it done, or to be finished, or not begun; and undo knows it',
  async () => {
    for (let seed = 1; seed <= documents; seed++) {
      const found = await imagesOf(seed)
      for (const image of found) await check(image)
      images += found.length
    }
    expect(images).toBeGreaterThan(documents * 400)
  },
  longest,
)
