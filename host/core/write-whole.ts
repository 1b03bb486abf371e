import { dirname, join } from 'node:path'
import { ok, type Result } from '#bridge/result.ts'
import { type Problem, problem } from '#bridge/problems.ts'
import { errnoOf } from './file-system.ts'
import { type Machine, sha256 } from './machine.ts'

/** What was written, and whether a power cut right now would leave it. */
export interface Written {
  readonly sha256: string
  readonly durable: boolean
}

/** Bytes given to one write, so that a cancelled or failing disk is noticed early. */
const SLICE = 1 << 20

/** How long another program's lock on Windows is waited for, in milliseconds. Source: reliability D4. */
const LOCK_PATIENCE = 60_000

const ours = /^\.jw-[0-9a-f]{8}\.tmp$/u

/**
 * Writes all bytes or none: to a new file beside the target, flushed, read back, then renamed over it, the folder flushed.
 * The target is at every moment the complete old or the complete new version. Source: reliability §3.2, algorithm G.
 */
export async function writeWhole(machine: Machine, target: string, bytes: Uint8Array, mode: number): Promise<Result<Written, Problem>> {
  const { files } = machine
  const folder = dirname(target)
  const temporary = join(folder, `.jw-${machine.random(4)}.tmp`)
  const hash = sha256(bytes)
  try {
    await writeTemporary(machine, temporary, bytes, mode)
    if (sha256(await files.read(temporary)) !== hash)
      return await givenUp(machine, temporary, problem('not-written', { reason: 'read-back' }))
    await renamed(machine, temporary, target)
  } catch (error) {
    return givenUp(machine, temporary, problemOf(error))
  }
  return ok({ sha256: hash, durable: await flushed(machine, folder) })
}

async function writeTemporary({ files }: Machine, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await files.open(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length || at === 0; at += SLICE) await file.write(bytes.subarray(at, at + SLICE))
    await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** On Windows a virus scanner or indexer may hold the target for a moment; elsewhere a failure is one. Never removes the target first. */
async function renamed(machine: Machine, from: string, to: string): Promise<void> {
  const until = machine.now() + LOCK_PATIENCE
  for (let pause = 10; ; pause = Math.min(100, pause + 10)) {
    try {
      await machine.files.rename(from, to)
      return
    } catch (error) {
      const isLock = machine.isWindows && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error))
      if (!isLock || machine.now() >= until) throw error
      await machine.wait(pause)
    }
  }
}

async function givenUp<T extends Result<never, Problem>>({ files }: Machine, temporary: string, outcome: T): Promise<T> {
  try {
    await files.unlink(temporary)
  } catch {
    // It was never made, or the disk is gone; the sweep at a later start finds what is left.
  }
  return outcome
}

/** Some file systems cannot flush a folder: the save stands, but a power cut may bring the old version back. */
async function flushed({ files }: Machine, folder: string): Promise<boolean> {
  try {
    await files.syncFolder(folder)
    return true
  } catch {
    return false
  }
}

/** The problem behind a failed call. */
export function problemOf(error: unknown): { readonly ok: false; readonly error: Problem } {
  const errno = errnoOf(error)
  switch (errno) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('not-found', { errno })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem('not-allowed', { errno })
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return problem('no-space', { errno })
    case 'EBUSY':
    case 'ETXTBSY':
      return problem('locked', { errno })
    case '':
      throw error
    default:
      return problem('not-written', { errno })
  }
}

/** Removes our temporary files older than a day from a folder; a crash leaves them behind. */
export async function sweep({ files, now }: Machine, folder: string): Promise<number> {
  let removed = 0
  try {
    for (const name of await files.list(folder)) {
      if (!ours.test(name)) continue
      const path = join(folder, name)
      if (now() - (await files.stat(path)).modified < 86_400_000) continue
      await files.unlink(path)
      removed++
    }
  } catch (error) {
    // Sweeping is a courtesy: what cannot be removed now is tried again at the next start.
    if (errnoOf(error) === '') throw error
  }
  return removed
}
