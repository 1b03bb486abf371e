import { describe, expect, test } from 'vitest'
import { type CrashDisk, crashDisk } from '#tests/durability/crash-disk.ts'
import { faultyFiles, systemError } from '#tests/durability/faulty-files.ts'
import { testMachine } from '#tests/durability/test-machine.ts'
import type { FileSystem } from '../file-system.ts'
import { listBackups } from './backups.ts'
import { hashOf } from './content.ts'
import { saveFile, type SaveRequest, saver } from './save-file.ts'

const path = '/home/计划.jw'
const backups = '/data/backups/one'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function home(content?: string): CrashDisk {
  const disk = crashDisk()
  disk.makeFolders('/home')
  disk.makeFolders('/data')
  if (content !== undefined) disk.write(path, bytes(content))
  return disk
}

const content = (disk: CrashDisk): string | undefined => {
  const found = disk.read(path)
  return found && new TextDecoder().decode(found)
}

const save = (files: FileSystem, request: Partial<SaveRequest>) =>
  saveFile(testMachine(files), { path, bytes: bytes('new'), expected: hashOf(bytes('old')), backups, ...request })

const reasonsOf = async (disk: CrashDisk): Promise<readonly string[]> => {
  const listed = await listBackups(testMachine(disk.files), backups)
  return listed.ok ? listed.value.map(({ reason }) => reason) : []
}

describe('saving', () => {
  test('says what now lies there', async () => {
    const disk = home('old')
    const saved = await save(disk.files, {})
    expect(saved).toMatchObject({ ok: true, value: { path, sha256: hashOf(bytes('new')), size: 3, durable: true, isInPlace: false } })
    expect(content(disk)).toBe('new')
    expect(await reasonsOf(disk)).toStrictEqual(['routine'])
  })

  test('[D6] refuses over a version it does not know, and names it', async () => {
    const disk = home('theirs')
    expect(await save(disk.files, {})).toStrictEqual({ ok: false, error: { code: 'conflict', found: hashOf(bytes('theirs')) } })
    expect(content(disk)).toBe('theirs')
  })

  test('[D6] over a version a person decided against, keeps that one', async () => {
    const disk = home('theirs')
    expect((await save(disk.files, { expected: hashOf(bytes('theirs')), reason: 'overwriting' })).ok).toBe(true)
    expect(await reasonsOf(disk)).toStrictEqual(['overwriting'])
  })

  test('[D6] sees a change that comes while it writes', async () => {
    const disk = home('old')
    const files = faultyFiles(disk.files, call => {
      if (call === 'setMode') disk.write(path, bytes('theirs'))
    })
    expect(await save(files, {})).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect([content(disk), disk.names('/home')]).toStrictEqual(['theirs', ['计划.jw']])
  })

  test('to a new name never overwrites, even what comes in the last moment', async () => {
    const there = home('old')
    expect(await save(there.files, { expected: null })).toStrictEqual({ ok: false, error: { code: 'already-exists' } })
    const disk = home()
    const late = faultyFiles(disk.files, call => {
      if (call === 'link') disk.write(path, bytes('theirs'))
    })
    expect(await save(late, { expected: null })).toMatchObject({ ok: false, error: { code: 'already-exists' } })
    expect([content(disk), disk.names('/home')]).toStrictEqual(['theirs', ['计划.jw']])
  })

  test('to a new name works where a file cannot have two', async () => {
    const disk = home()
    const files = { ...disk.files, link: () => Promise.reject(systemError('EPERM')) }
    expect((await save(files, { expected: null })).ok).toBe(true)
    expect([content(disk), disk.names('/home')]).toStrictEqual(['new', ['计划.jw']])
    const late = home()
    const taken = (): Promise<never> => {
      late.write(path, bytes('theirs'))
      return Promise.reject(systemError('EPERM'))
    }
    expect(await save({ ...late.files, link: taken }, { expected: null })).toMatchObject({ ok: false, error: { code: 'already-exists' } })
    expect([content(late), late.names('/home')]).toStrictEqual(['theirs', ['计划.jw']])
  })

  test('of a file that is gone says so, and does not bring it back', async () => {
    expect(await save(home().files, {})).toStrictEqual({ ok: false, error: { code: 'gone' } })
  })

  test('can be repeated after an earlier try came further than it knew', async () => {
    const disk = home('new')
    expect((await save(disk.files, {})).ok).toBe(true)
    expect((await save(disk.files, { expected: null })).ok).toBe(true)
  })

  test('[D7] of much less than before needs a word, and keeps the fuller version', async () => {
    const disk = home('old')
    const counts = { before: 10, after: 4 }
    expect(await save(disk.files, { counts })).toStrictEqual({ ok: false, error: { code: 'would-shrink', ...counts } })
    expect(content(disk)).toBe('old')
    expect((await save(disk.files, { counts, isShrinkingConfirmed: true })).ok).toBe(true)
    expect(await reasonsOf(disk)).toStrictEqual(['shrinking'])
  })

  test.each([
    [10, 5],
    [0, 0],
    [1, 1],
  ])('[D7] of %i elements that are now %i needs none', async (before, after) => {
    expect((await save(home('old').files, { counts: { before, after } })).ok).toBe(true)
  })

  test('[D3] says that the disk is full before it writes anything', async () => {
    const disk = home('old')
    const files = { ...disk.files, free: async () => 16 * 1024 ** 2 }
    expect(await save(files, {})).toStrictEqual({ ok: false, error: { code: 'disk-full' } })
    expect(disk.names('/home')).toStrictEqual(['计划.jw'])
  })

  test('goes on without a routine copy when the user disk is full, never without one that matters', async () => {
    const inHome = (files: FileSystem): FileSystem => ({
      ...files,
      makeFolder: () => Promise.reject(systemError('ENOSPC')),
    })
    const disk = home('old')
    const risky = await save(inHome(disk.files), { reason: 'format' })
    expect(risky).toStrictEqual({ ok: false, error: { code: 'no-backup', system: 'ENOSPC' } })
    expect([content(disk), disk.names('/home')]).toStrictEqual(['old', ['计划.jw']])
    expect(await save(inHome(disk.files), {})).toMatchObject({ ok: true, value: { backupProblem: { code: 'disk-full' } } })
  })

  test.each(['EINVAL', 'ENOTSUP'])('[D5] where nothing can be flushed (%s) is done, and says that it may not last', async code => {
    const disk = home('old')
    const files = faultyFiles(disk.files, call => {
      if (call === 'sync') throw systemError(code)
    })
    expect(await save(files, {})).toMatchObject({ ok: true, value: { durable: false } })
  })

  test('[D2] finds a disk that does not keep what it was given', async () => {
    const disk = home('old')
    const open: FileSystem['open'] = async (at, flags, mode) => {
      const file = await disk.files.open(at, flags, mode)
      return {
        ...file,
        write: (part, where) =>
          file.write(
            part.map(byte => byte ^ 1),
            where,
          ),
      }
    }
    expect(await save({ ...disk.files, open }, {})).toStrictEqual({ ok: false, error: { code: 'not-verified' } })
    expect([content(disk), disk.names('/home')]).toStrictEqual(['old', ['计划.jw']])
  })

  test('of one document at the same time is done one after the other', async () => {
    const disk = home('old')
    const saveOne = saver(testMachine(disk.files))
    const versions = ['old', 'a', 'b', 'c']
    const results = await Promise.all(
      versions
        .slice(1)
        .map((version, index) => saveOne({ path, bytes: bytes(version), expected: hashOf(bytes(versions[index] ?? '')), backups })),
    )
    expect(results.map(({ ok }) => ok)).toStrictEqual([true, true, true])
    expect(content(disk)).toBe('c')
  })
})

describe('a folder that takes no new files', () => {
  const closed = (disk: CrashDisk): FileSystem => ({
    ...disk.files,
    open: async (at, flags, mode) => {
      if (flags === 'wx' && at.startsWith('/home/')) throw systemError('EACCES')
      return disk.files.open(at, flags, mode)
    },
  })

  test('the file is overwritten, after a copy of it is safe', async () => {
    const disk = home('old')
    expect(await save(closed(disk), {})).toMatchObject({ ok: true, value: { isInPlace: true, durable: false } })
    expect([content(disk), await reasonsOf(disk)]).toStrictEqual(['new', ['in-place']])
  })

  test('a shorter version leaves nothing of the longer one', async () => {
    const disk = home('old and long')
    expect((await save(closed(disk), { expected: hashOf(bytes('old and long')) })).ok).toBe(true)
    expect(content(disk)).toBe('new')
  })

  test('without a copy it is not touched', async () => {
    const disk = home('old')
    const files = { ...closed(disk), makeFolder: () => Promise.reject(systemError('ENOSPC')) }
    expect(await save(files, {})).toMatchObject({ ok: false, error: { code: 'no-backup' } })
    expect(content(disk)).toBe('old')
  })

  test('a break half-way puts the old version back', async () => {
    const disk = home('old')
    const base = closed(disk)
    let isFailing = true
    const open: FileSystem['open'] = async (at, flags, mode) => {
      const file = await base.open(at, flags, mode)
      if (flags !== 'r+') return file
      const sync = async (): Promise<void> => {
        if (isFailing) {
          isFailing = false
          throw systemError('EIO')
        }
      }
      return { ...file, sync }
    }
    expect(await save({ ...base, open }, {})).toMatchObject({ ok: false, error: { code: 'unreachable' } })
    expect(content(disk)).toBe('old')
  })

  test('a break that cannot be mended names the copy', async () => {
    const disk = home('old')
    const base = closed(disk)
    const open: FileSystem['open'] = async (at, flags, mode) => {
      const file = await base.open(at, flags, mode)
      return flags === 'r+' ? { ...file, sync: () => Promise.reject(systemError('EIO')) } : file
    }
    const saved = await save({ ...base, open }, {})
    expect(saved).toMatchObject({ ok: false, error: { code: 'broken-off', backup: expect.stringContaining('-in-place-') } })
  })

  test('there is nothing to overwrite for a new file', async () => {
    expect(await save(closed(home()), { expected: null })).toStrictEqual({ ok: false, error: { code: 'not-allowed', system: 'EACCES' } })
  })
})
