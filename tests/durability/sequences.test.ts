import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openTransactions } from '#host/core/journal/transactions.ts'
import type { Machine } from '#host/core/machine.ts'
import { listBackups, readBackup } from '#host/core/saving/backups.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { chanceFrom } from '#demo/index.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { versionIn, versionOf } from './documents.ts'
import { faultyFiles, systemError } from './faulty-files.ts'
import { type TestMachine, testMachine } from './test-machine.ts'

const sequences = process.env['JINGWEI_FULL'] ? 2_000 : 150
/** In milliseconds, for the full size on a slow machine. */
const longest = 1_800_000
const path = '/home/计划.jw'
const backups = '/data/backups/one'
const folder = '/data/journal/one/transactions'

/** Bytes of a full document, and of one from which nearly everything is gone. */
const [FULL, EMPTY] = [3000, 100]

const counts = { commands: 0, acked: 0, crashes: 0, refused: 0 }
afterAll(() =>
  console.log(
    `sequences ${sequences}/0 lost (${counts.commands} commands, ${counts.acked} saves, ${counts.crashes} power cuts, ${counts.refused} refused)`,
  ),
)

/** What was promised: the newest version that a save reported, and the newest full one among them. */
interface Promised {
  newest: number
  newestFull: number
  last: number
}

/** A machine with a disk, and the version a program believes to be in the file. */
class World {
  disk: CrashDisk = crashDisk()
  machine: TestMachine
  believed: string | null

  constructor() {
    this.disk.makeFolders('/home')
    this.disk.makeFolders('/data')
    this.disk.write(path, versionOf(0, FULL))
    this.machine = testMachine(this.disk.files)
    this.believed = this.inFile()
  }

  inFile = (): string => hashOf(this.disk.read(path) ?? new Uint8Array())

  /** The machine starts again with this disk; whoever held a lock is gone. The next command resolves what is unfinished. */
  async restart(disk: CrashDisk): Promise<void> {
    this.disk = disk
    this.machine = testMachine(disk.files, { isAlive: () => false })
    this.believed = this.inFile()
    const transactions = await openTransactions(this.machine, folder)
    if (!transactions.ok) throw new Error(transactions.error.code)
    const open = await transactions.value.unfinished({ file: path, sha256: this.believed })
    if (!open.ok) throw new Error(open.error.code)
    for (const { transaction, standing } of open.value) {
      if (standing === 'saved') await transactions.value.close(transaction.id)
      else await transactions.value.drop(transaction.id)
    }
    await transactions.value.release()
  }

  /** Every version that a person could get back now, and which of them are full. */
  async recoverable(): Promise<{ readonly all: readonly number[]; readonly full: readonly number[] }> {
    const contents = [this.disk.read(path) ?? new Uint8Array()]
    const listed = await listBackups(this.machine, backups)
    for (const { id } of listed.ok ? listed.value : []) {
      const read = await readBackup(this.machine, backups, id)
      if (read.ok) contents.push(read.value)
    }
    const versions = (some: readonly Uint8Array[]): number[] => some.map(versionIn).filter(version => version !== undefined)
    return { all: versions(contents), full: versions(contents.filter(one => one.byteLength === FULL)) }
  }
}

/** Saves a version as a command does: journal, file, close. Gives whether it was promised. */
async function save(machine: Machine, before: string | null, bytes: Uint8Array, isConfirmed: boolean): Promise<boolean> {
  const transactions = await openTransactions(machine, folder)
  if (!transactions.ok) return false
  try {
    const begun = await transactions.value.begin({ file: path, before, after: hashOf(bytes), delta: bytes.subarray(0, 80) })
    if (!begun.ok) return false
    const elements = { before: 100, after: bytes.byteLength === EMPTY ? 1 : 100 }
    const saved = await saveFile(machine, { path, bytes, expected: before, backups, counts: elements, isShrinkingConfirmed: isConfirmed })
    if (!saved.ok) {
      counts.refused++
      await transactions.value.drop(begun.value)
      return false
    }
    counts.acked++
    await transactions.value.close(begun.value)
    return true
  } finally {
    await transactions.value.release()
  }
}

/** What happens to a document, one thing after the other. */
type Happening = fc.AsyncCommand<Promised, World>

/** A happening, after which everything promised must be there. */
function happening(name: string, happen: (promised: Promised, world: World) => Promise<void> | void): Happening {
  return {
    check: () => true,
    toString: () => name,
    async run(promised, world) {
      counts.commands++
      await happen(promised, world)
      const now = await world.recoverable()
      // Also something newer will do: a save may have come through without having been reported.
      expect(Math.max(...now.all), name).toBeGreaterThanOrEqual(promised.newest)
      expect(Math.max(...now.full), `${name}, full ones`).toBeGreaterThanOrEqual(promised.newestFull)
    },
  }
}

const promise = (promised: Promised, version: number): void => void Object.assign(promised, { newest: version, newestFull: version })

const saving = (size: number, isConfirmed: boolean): Happening =>
  happening(`save ${size === FULL ? 'full' : 'empty'}${isConfirmed ? ' confirmed' : ''}`, async (promised, world) => {
    const version = ++promised.last
    const bytes = versionOf(version, size)
    if (await save(world.machine, world.believed, bytes, isConfirmed)) {
      promised.newest = version
      if (size === FULL) promised.newestFull = version
      world.believed = hashOf(bytes)
    } else world.believed = world.inFile()
  })

/** The power goes at some call of a save; the machine starts again with what the disk kept. */
const powerCut = (at: number, loss: 'ordered' | 'unordered', seed: number): Happening =>
  happening(`power cut at call ${at}, ${loss}`, async (promised, world) => {
    const version = ++promised.last
    const chance = chanceFrom(seed)
    let calls = 0
    let image: CrashDisk | undefined
    const files = faultyFiles(world.disk.files, () => {
      if (calls++ === at) image = world.disk.afterCrash(loss, chance.below)
      if (image) throw systemError('EIO')
    })
    const isPromised = await save({ ...world.machine, files }, world.believed, versionOf(version, FULL), false).catch(() => false)
    if (image === undefined) {
      // The save was over before.
      if (isPromised) promise(promised, version)
      world.believed = world.inFile()
      return
    }
    counts.crashes++
    await world.restart(image)
  })

const diskFull = (from: number): Happening =>
  happening(`disk full after ${from} writes`, async (promised, world) => {
    const version = ++promised.last
    let writes = 0
    const files = faultyFiles(world.disk.files, call => {
      if (call === 'write' && writes++ >= from) throw systemError('ENOSPC')
    })
    const isPromised = await save({ ...world.machine, files }, world.believed, versionOf(version, FULL), false).catch(() => false)
    if (isPromised) promise(promised, version)
    world.believed = world.inFile()
  })

/** Another program replaces the file: what it put there is what there is, and a save that does not know it is refused. */
const stranger = happening('another program', (promised, world) => {
  const version = ++promised.last
  world.disk.write(path, versionOf(version, FULL))
  promise(promised, version)
})

const wait = (minutes: number): Happening => happening(`${minutes} minutes`, (_promised, world) => world.machine.pass(minutes * 60_000))

const happenings: fc.Arbitrary<Iterable<Happening>> = fc.commands(
  [
    fc.constant(saving(FULL, false)),
    fc.boolean().map(isConfirmed => saving(EMPTY, isConfirmed)),
    fc
      .tuple(fc.nat(70), fc.constantFrom('ordered' as const, 'unordered' as const), fc.nat())
      .map(([at, loss, seed]) => powerCut(at, loss, seed)),
    fc.nat(4).map(diskFull),
    fc.constant(stranger),
    fc.constantFrom(1, 11, 70, 1500).map(wait),
  ],
  { maxCommands: 20, size: 'max' },
)

test(
  '[D8, D2, D3] whatever happens to a document in whatever order, the newest version that was promised, and the newest full one, can be had back',
  async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async commands => {
        await fc.asyncModelRun(() => ({ model: { newest: 0, newestFull: 0, last: 0 }, real: new World() }), commands)
      }),
      { numRuns: sequences },
    )
    expect(counts.commands).toBeGreaterThan(sequences * 5)
    expect(counts.crashes).toBeGreaterThan(sequences / 2)
  },
  longest,
)
