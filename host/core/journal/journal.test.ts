import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { type BeforeCall, faultyFiles, systemError } from '#tests/durability/faulty-files.ts'
import { type TestMachine, testMachine } from '#tests/durability/test-machine.ts'
import { listJournals, readJournal, type RecoveredEpoch } from './epochs.ts'
import { type Journal, startJournal } from './journal.ts'
import { discardEpochs, emptyTrash } from './trash.ts'

const folder = '/data/journal/one'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (one: Uint8Array): string => new TextDecoder().decode(one)

function data(before?: BeforeCall): { readonly disk: CrashDisk; readonly machine: TestMachine } {
  const disk = crashDisk()
  disk.makeFolders('/data')
  return { disk, machine: testMachine(before ? faultyFiles(disk.files, before) : disk.files) }
}

async function started(machine: TestMachine, snapshot: string, adopted?: readonly number[]): Promise<Journal> {
  const journal = await startJournal(machine, folder, bytes(snapshot), adopted)
  if (!journal.ok) throw new Error(journal.error.code)
  return journal.value
}

async function recovered(machine: TestMachine): Promise<readonly RecoveredEpoch[]> {
  const read = await readJournal(machine, folder)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

const asText = (epochs: readonly RecoveredEpoch[]): string[] =>
  epochs.map(({ epoch, snapshot, records, tail }) => `${epoch} ${text(snapshot)}: ${records.map(text).join(' ')} (${tail})`)

describe('journal', () => {
  test('gives back the snapshot and what was done since', async () => {
    const { machine } = data()
    const journal = await started(machine, 's')
    await journal.append([bytes('a'), bytes('b')])
    await journal.append([bytes('c')])
    expect(asText(await recovered(machine))).toStrictEqual(['1 s: a b c (clean)'])
    const listed = await listJournals(machine, '/data/journal')
    expect(listed.ok && listed.value).toStrictEqual(['one'])
  })

  test('flushes after 250 ms or 20 records, and when asked', async () => {
    let flushes = 0
    const { machine } = data(call => void (call === 'syncData' && flushes++))
    const journal = await started(machine, 's')
    expect(await journal.append([bytes('a')])).toStrictEqual({ ok: true, value: { written: 1, durable: 0 } })
    machine.pass(249)
    expect(await journal.append([bytes('b')])).toMatchObject({ value: { durable: 0 } })
    machine.pass(1)
    expect(await journal.append([bytes('c')])).toMatchObject({ value: { written: 3, durable: 2 } })
    const many = Array.from({ length: 19 }, () => bytes('x'))
    expect(await journal.append(many)).toMatchObject({ value: { written: 22, durable: 22 } })
    await journal.append([bytes('d')])
    expect(await journal.flush()).toMatchObject({ value: { written: 23, durable: 23 } })
    expect(flushes).toBe(3)
    machine.pass(1_000)
    await journal.flush()
    expect(flushes).toBe(3)
  })

  test('keeps two generations', async () => {
    const { machine } = data()
    const journal = await started(machine, 's1')
    await journal.append([bytes('a')])
    expect(await journal.rotate(bytes('s2'))).toStrictEqual({ ok: true, value: 2 })
    await journal.append([bytes('b')])
    await journal.rotate(bytes('s3'))
    expect(journal.epoch()).toBe(3)
    expect(asText(await recovered(machine))).toStrictEqual(['3 s3:  (clean)', '2 s2: b (clean)'])
  })

  test('leaves alone what an earlier run left, unless it was recovered from it', async () => {
    const { machine } = data()
    const crashed = await started(machine, 's')
    await crashed.append([bytes('a')])
    const other = await started(machine, 't')
    await other.rotate(bytes('u'))
    await other.rotate(bytes('v'))
    await other.finish()
    expect(asText(await recovered(machine))).toStrictEqual(['1 s: a (clean)'])
    const next = await started(machine, 's', [1])
    await next.append([bytes('a')])
    await next.finish()
    expect(await recovered(machine)).toStrictEqual([])
  })

  test('with a damaged snapshot falls back to the generation before', async () => {
    const { disk, machine } = data()
    const journal = await started(machine, 's1')
    await journal.append([bytes('a')])
    await journal.rotate(bytes('s2'))
    disk.write(`${folder}/00000002.snap`, bytes('x'.repeat(40)))
    expect(asText(await recovered(machine))).toStrictEqual(['1 s1: a (clean)'])
  })

  test('says which records a full disk did not take, and goes on when there is room', async () => {
    let isFull = false
    const { machine } = data(call => {
      if (isFull && call === 'write') throw systemError('ENOSPC')
    })
    const journal = await started(machine, 's')
    await journal.append([bytes('first')])
    isFull = true
    expect(await journal.append([bytes('second, longer than the third')])).toStrictEqual({
      ok: false,
      error: { code: 'disk-full', system: 'ENOSPC' },
    })
    isFull = false
    expect((await journal.append([bytes('third')])).ok).toBe(true)
    const [epoch] = await recovered(machine)
    expect(epoch?.records.map(text)).toStrictEqual(['first', 'third'])
  })

  test('after a failed flush keeps nothing more until a new epoch begins', async () => {
    let isFailing = true
    const { machine } = data(call => {
      if (isFailing && call === 'syncData') throw systemError('EIO')
    })
    const journal = await started(machine, 's')
    await journal.append([bytes('a')])
    const failure = { ok: false, error: { code: 'unreachable', system: 'EIO' } }
    expect(await journal.flush()).toStrictEqual(failure)
    isFailing = false
    expect(await journal.append([bytes('b')])).toStrictEqual(failure)
    expect((await journal.rotate(bytes('sab'))).ok).toBe(true)
    expect((await journal.append([bytes('c')])).ok).toBe(true)
    expect((await recovered(machine))[0]?.records.map(text)).toStrictEqual(['c'])
  })

  test('a background flush that fails shows at the next append', async () => {
    const { machine } = data(call => {
      if (call === 'syncData') throw systemError('EIO')
    })
    const journal = await started(machine, 's')
    await journal.append([bytes('a')])
    machine.pass(250)
    expect(await journal.append([bytes('b')])).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  })

  test('goes on in the old epoch when a new one cannot begin', async () => {
    let isFull = false
    const { machine } = data(call => {
      if (isFull && call === 'open') throw systemError('ENOSPC')
    })
    const journal = await started(machine, 's')
    isFull = true
    expect((await journal.rotate(bytes('t'))).ok).toBe(false)
    isFull = false
    expect((await journal.append([bytes('a')])).ok).toBe(true)
    expect(asText(await recovered(machine))).toStrictEqual(['1 s: a (clean)'])
  })

  test('keeps the order of calls that overlap', async () => {
    const { machine } = data()
    const journal = await started(machine, 's')
    const words = Array.from({ length: 50 }, (_, index) => String(index))
    await Promise.all(words.map(word => journal.append([bytes(word)])))
    await journal.close()
    expect((await recovered(machine))[0]?.records.map(text)).toStrictEqual(words)
  })
})

describe('what a person gave up', () => {
  test('can be fetched back for thirty days', async () => {
    const { disk, machine } = data()
    const journal = await started(machine, 's')
    await journal.append([bytes('a')])
    await journal.close()
    expect((await discardEpochs(machine, folder, [1], '/data/trash')).ok).toBe(true)
    expect(await recovered(machine)).toStrictEqual([])
    const [place] = disk.names('/data/trash')
    const kept = await readJournal(machine, `/data/trash/${place}`)
    expect(kept.ok && asText(kept.value)).toStrictEqual(['1 s: a (clean)'])
    disk.write('/data/trash/notes.txt', bytes('of somebody else'))
    machine.pass(30 * 86_400_000)
    expect(await emptyTrash(machine, '/data/trash')).toBe(0)
    machine.pass(1)
    expect(await emptyTrash(machine, '/data/trash')).toBe(1)
    expect(disk.names('/data/trash')).toStrictEqual(['notes.txt'])
  })
})
