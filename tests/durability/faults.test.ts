import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#bridge/problems.ts'
import type { FileSystem } from '#host/core/file-system.ts'
import { readJournal } from '#host/core/journal/epochs.ts'
import { startJournal } from '#host/core/journal/journal.ts'
import { openTransactions } from '#host/core/journal/transactions.ts'
import { readBackup } from '#host/core/saving/backups.ts'
import { hashOf } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { type CrashDisk, crashDisk } from './crash-disk.ts'
import { versionIn, versionOf } from './documents.ts'
import { type BeforeCall, faultyFiles, systemCodes, systemError } from './faulty-files.ts'
import { testMachine } from './test-machine.ts'

const path = '/home/计划.jw'
const backups = '/data/backups/one'

/** Once; at every later call of the same name; at every later call. */
const courses = ['once', 'same', 'all'] as const
type Course = (typeof courses)[number]

let faults = 0
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => void process.on('unhandledRejection', note))
afterEach(() => void process.off('unhandledRejection', note))
afterAll(() => console.log(`fault-injected calls ${faults}/0 lost`))

function failing(
  at: number,
  code: string,
  course: Course,
): { readonly before: BeforeCall; readonly stop: () => void; readonly calls: () => number } {
  let calls = 0
  let failed: string | undefined
  let isStopped = false
  return {
    stop: () => void (isStopped = true),
    calls: () => calls,
    before(call) {
      const isFirst = calls++ === at
      if (isFirst) failed = call
      if (isStopped || failed === undefined) return
      if (isFirst || course === 'all' || (course === 'same' && call === failed)) throw systemError(code)
    },
  }
}

/** Runs a scenario once for each call it makes, each code and each course. */
async function forEachFault(scenario: (fault: ReturnType<typeof failing>, where: string) => Promise<void>): Promise<number> {
  const counting = failing(-1, 'EIO', 'once')
  await scenario(counting, 'without a fault')
  const calls = counting.calls()
  for (const course of courses) {
    for (const code of systemCodes) {
      for (let at = 0; at < calls; at++) await scenario(failing(at, code, course), `call ${at} ${code} ${course}`)
    }
  }
  await new Promise(resolve => void setTimeout(resolve, 0))
  expect(unhandled).toStrictEqual([])
  faults += calls * systemCodes.length * courses.length
  return calls
}

function preparedDisk(isNew: boolean): CrashDisk {
  const disk = crashDisk()
  disk.makeFolders('/home')
  disk.makeFolders('/data')
  if (!isNew) disk.write(path, versionOf(0, 5000))
  return disk
}

/** A folder that takes no new files, as a share may be set up. */
const closedHome = (files: FileSystem): FileSystem => ({
  ...files,
  open: async (at, flags, mode) => {
    if (flags === 'wx' && at.startsWith('/home/')) throw systemError('EACCES')
    return files.open(at, flags, mode)
  },
})

async function saveWithFault(fault: ReturnType<typeof failing>, where: string, sort: 'replace' | 'new' | 'in-place'): Promise<void> {
  const disk = preparedDisk(sort === 'new')
  const base = sort === 'in-place' ? closedHome(disk.files) : disk.files
  const machine = testMachine(faultyFiles(base, fault.before))
  const old = disk.read(path)
  const request = { path, bytes: versionOf(1, 6000), expected: old ? hashOf(old) : null, backups }
  const saved = await saveFile(machine, request)
  const content = disk.read(path)
  const version = content && versionIn(content)
  fault.stop()
  if (saved.ok) expect(version, where).toBe(1)
  else {
    expect(Problem.safeParse(saved.error).success, where).toBe(true)
    await checkRefused(saved.error, { disk, version, isNew: sort === 'new', where })
  }
  if (!saved.ok && saved.error.code === 'broken-off') return
  const again = await saveFile(machine, request)
  expect(again.ok, where).toBe(true)
  expect(versionIn(disk.read(path) ?? new Uint8Array()), where).toBe(1)
}

interface Refused {
  readonly disk: CrashDisk
  readonly version: number | undefined
  readonly isNew: boolean
  readonly where: string
}

async function checkRefused(problem: Problem, { disk, version, isNew, where }: Refused): Promise<void> {
  if (problem.code !== 'broken-off') {
    expect(isNew ? [undefined, 1] : [0, 1], where).toContain(version)
    return
  }
  const copy = await readBackup(testMachine(disk.files), backups, problem.backup)
  expect(copy.ok && versionIn(copy.value), where).toBe(0)
}

describe('every call that can fail, with every code', () => {
  test.each(['replace', 'new', 'in-place'] as const)('[D5] saving (%s) leaves the whole old or the whole new document', async sort => {
    const calls = await forEachFault((fault, where) => saveWithFault(fault, where, sort))
    expect(calls).toBeGreaterThanOrEqual(14)
  })

  test('[D5] after one failed save the folder holds no temp', async () => {
    await forEachFault(async (fault, where) => {
      const disk = preparedDisk(false)
      const machine = testMachine(faultyFiles(disk.files, fault.before))
      await saveFile(machine, { path, bytes: versionOf(1, 6000), expected: hashOf(versionOf(0, 5000)), backups })
      if (!/same|all/u.test(where)) expect(disk.names('/home'), where).toStrictEqual(['计划.jw'])
    })
  })

  test('[D5] a journal keeps what it said it kept, and says when it kept nothing', async () => {
    const folder = '/data/journal/one'
    await forEachFault(async (fault, where) => {
      const disk = preparedDisk(false)
      const machine = testMachine(faultyFiles(disk.files, fault.before))
      const started = await startJournal(machine, folder, new Uint8Array([9]))
      if (!started.ok) return
      let kept = 0
      for (let number = 0; number < 4; number++) {
        const appended = await started.value.append([new Uint8Array([kept])])
        if (appended.ok) kept++
        machine.pass(300)
      }
      await started.value.flush()
      await started.value.close()
      fault.stop()
      const read = await readJournal(machine, folder)
      const records = read.ok ? (read.value[0]?.records ?? []) : []
      expect(records.length, where).toBeGreaterThanOrEqual(kept)
      expect(
        records.slice(0, kept).map(record => record[0]),
        where,
      ).toStrictEqual(Array.from({ length: kept }, (_, index) => index))
    })
  })

  test('[C5.2] a transaction that was begun is found again', async () => {
    await forEachFault(async (fault, where) => {
      const disk = preparedDisk(false)
      const folder = '/data/journal/one/transactions'
      const machine = testMachine(faultyFiles(disk.files, fault.before))
      const opened = await openTransactions(machine, folder)
      const change = { file: path, before: hashOf(versionOf(0, 5000)), after: hashOf(versionOf(1, 5000)), delta: versionOf(1, 70_000) }
      const begun = opened.ok ? await opened.value.begin(change) : opened
      if (opened.ok) await opened.value.release()
      fault.stop()
      const next = await openTransactions(testMachine(disk.files, { isAlive: () => false }), folder)
      if (!next.ok) throw new Error(`${where}: ${next.error.code}`)
      const unfinished = await next.value.unfinished({ file: path, sha256: change.before })
      if (begun.ok) expect(unfinished.ok && unfinished.value.map(({ delta }) => versionIn(delta)), where).toStrictEqual([1])
      await next.value.release()
    })
  })
})
