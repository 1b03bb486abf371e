import { afterAll, expect, test } from 'vitest'
import { listBackups, readBackup } from '#host/core/saving/backups.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { chanceFrom } from '#demo/index.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { testMachine } from './test-machine.ts'
import { versionIn, versionOf } from './documents.ts'

const documents = process.env['JINGWEI_FULL'] ? 400 : 55
/** In milliseconds, for the full size on a slow machine. */
const longest = 900_000
const imagesPerCall = 6
const path = '/home/计划.jw'
const backups = '/data/backups/one'

interface Image {
  readonly disk: CrashDisk
  readonly call: string
  /** The last version whose saving was reported; -1 for none. */
  readonly acked: number
  /** The last version whose saving has begun. */
  readonly begun: number
}

let images = 0
afterAll(() => console.log(`crash images ${images}/0`))

/** Saves versions 0 to 3, the first perhaps to a new file, with a backup in between; gives what each moment's power cut may leave. */
async function imagesOf(seed: number): Promise<{ readonly found: Image[]; readonly isNew: boolean }> {
  const chance = chanceFrom(seed)
  const found: Image[] = []
  const isNew = chance.once(2)
  let acked = isNew ? -1 : 0
  let begun = acked
  const disk = crashDisk(call => {
    for (let index = 0; index < imagesPerCall; index++)
      found.push({ disk: disk.afterCrash(index % 2 === 0 ? 'ordered' : 'unordered', chance.below), call, acked, begun })
  })
  disk.makeFolders('/home')
  disk.makeFolders('/data')
  const size = (): number => 100 + chance.below(9_000)
  if (!isNew) disk.write(path, versionOf(0, size()))
  const machine = testMachine(disk.files)
  for (begun = acked + 1; begun <= 3; begun++) {
    const old = disk.read(path)
    const saved = await saveFile(machine, { path, bytes: versionOf(begun, size()), expected: old ? hashOf(old) : null, backups })
    expect(saved.ok && saved.value.durable).toBe(true)
    acked = begun
    if (chance.once(2)) machine.pass(20 * 60_000)
  }
  return { found, isNew }
}

async function check({ disk, call, acked, begun }: Image, isNew: boolean): Promise<void> {
  const content = disk.read(path)
  const version = content && versionIn(content)
  const where = `after ${call}, acked ${acked}, begun ${begun}`
  if (content === undefined) expect(isNew && acked === -1, where).toBe(true)
  else expect(version, where).toBeGreaterThanOrEqual(acked)
  const machine = testMachine(disk.files)
  const listed = await listBackups(machine, backups)
  for (const { id } of listed.ok ? listed.value : []) {
    const read = await readBackup(machine, backups, id)
    expect(read.ok && versionIn(read.value), where).toBeTypeOf('number')
  }
}

async function checkNextSave({ disk }: Image): Promise<void> {
  const content = disk.read(path)
  const machine = testMachine(disk.files)
  const saved = await saveFile(machine, { path, bytes: versionOf(9, 5000), expected: content ? hashOf(content) : null, backups })
  expect(saved.ok).toBe(true)
  expect(versionIn(disk.read(path) ?? new Uint8Array())).toBe(9)
}

test(
  '[D2] a power cut at any moment leaves the whole old or the whole new document, and never takes back a reported save',
  async () => {
    for (let seed = 1; seed <= documents; seed++) {
      const { found, isNew } = await imagesOf(seed)
      for (const [index, image] of found.entries()) {
        await check(image, isNew)
        if (index % 10 === 0) await checkNextSave(image)
      }
      images += found.length
    }
    expect(images).toBeGreaterThan(documents * 300)
  },
  longest,
)

test('[D2] the disk of this test does lose what was not flushed', async () => {
  const chance = chanceFrom(1)
  const lost = new Set<string>()
  const disk = crashDisk(() => {
    for (let index = 0; index < 40; index++) {
      const left = disk.afterCrash('unordered', chance.below).read(path)
      lost.add(left === undefined ? 'absent' : String(versionIn(left) ?? 'unreadable'))
    }
  })
  disk.makeFolders('/home')
  disk.write(path, versionOf(0, 9000))
  const temp = await disk.files.open('/home/temp', 'wx')
  await temp.write(versionOf(1, 9000), 0)
  await disk.files.rename('/home/temp', path)
  expect([...lost].sort()).toStrictEqual(['0', '1', 'unreadable'])
})
