import { afterAll, expect, test } from 'vitest'
import { readJournal } from '#host/core/journal/epochs.ts'
import { type Journal, startJournal } from '#host/core/journal/journal.ts'
import { type Chance, chanceFrom } from '#demo/index.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { testMachine } from './test-machine.ts'

const documents = process.env['JINGWEI_FULL'] ? 300 : 78
/** In milliseconds, for the full size on a slow machine. */
const longest = 900_000
const imagesPerCall = 6
const folder = '/data/journal/one'

interface Image {
  readonly disk: CrashDisk
  readonly call: string
  /** How many operations had been reported as kept. */
  readonly acked: number
}

let images = 0
afterAll(() => console.log(`journal images ${images}/0`))

const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** Operation `n` is the number n with some ballast; a snapshot is how many operations it holds. */
const operation = (number: number, chance: Chance): Uint8Array => text({ number, ballast: '甲'.repeat(chance.below(400)) })

async function imagesOf(seed: number): Promise<Image[]> {
  const chance = chanceFrom(seed)
  const found: Image[] = []
  let acked = 0
  const disk = crashDisk(call => {
    for (let index = 0; index < imagesPerCall; index++)
      found.push({ disk: disk.afterCrash(index % 2 === 0 ? 'ordered' : 'unordered', chance.below), call, acked })
  })
  disk.makeFolders('/data')
  const machine = testMachine(disk.files)
  const started = await startJournal(machine, folder, text(0))
  if (!started.ok) throw new Error(started.error.code)
  const journal = started.value
  let appended = 0
  /** Durable counts begin anew with each epoch. */
  let before = 0
  for (let step = 0; step < 12; step++) {
    if (chance.once(5)) {
      expect((await journal.rotate(text(appended))).ok).toBe(true)
      before = appended
      acked = appended
    } else {
      const count = 1 + chance.below(3)
      await append(
        journal,
        Array.from({ length: count }, (_, index) => operation(appended + index, chance)),
      )
      appended += count
      const kept = chance.once(2) ? await journal.flush() : undefined
      if (kept?.ok) acked = before + kept.value.durable
    }
  }
  return found
}

async function append(journal: Journal, operations: readonly Uint8Array[]): Promise<void> {
  expect((await journal.append(operations)).ok).toBe(true)
}

async function check({ disk, call, acked }: Image): Promise<void> {
  const read = await readJournal(testMachine(disk.files), folder)
  if (!read.ok) throw new Error(read.error.code)
  let most = 0
  for (const { snapshot, records } of read.value) {
    const first = Number(JSON.parse(new TextDecoder().decode(snapshot)))
    const numbers = records.map(record => (JSON.parse(new TextDecoder().decode(record)) as { number: number }).number)
    expect(numbers).toStrictEqual(numbers.map((_, index) => first + index))
    most = Math.max(most, first + numbers.length)
  }
  expect(most, `after ${call}`).toBeGreaterThanOrEqual(acked)
}

test(
  '[D10] a power cut at any moment loses no operation reported as kept and replays none that was not done',
  async () => {
    for (let seed = 1; seed <= documents; seed++) {
      const found = await imagesOf(seed)
      for (const image of found) await check(image)
      images += found.length
    }
    expect(images).toBeGreaterThan(documents * 200)
  },
  longest,
)
