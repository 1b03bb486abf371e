import { join, dirname } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Facts, FileSystem, OpenFile } from '../file-system.ts'
import type { Machine } from '../machine.ts'
import { attempt, problemOf, succeeds, systemCodeOf, unless } from '../problem-of.ts'
import { type Content, hashOfFile, sha256, writeAll } from './content.ts'

/** A finished file beside its target, not yet in its place. */
export interface Temp {
  readonly path: string
  readonly sha256: string
  /** Whether the place promises that what was flushed survives a power cut. */
  readonly durable: boolean
}

/** A temp never bears the document's name: with it, a long Chinese name would no longer fit. Source: reliability D13. */
export const isTempName = (name: string): boolean => /^\.jw-[0-9a-f]{8}\.tmp$/u.test(name)

/** Codes of file systems that cannot flush at all, as opposed to a flush that failed. */
const cannotSync = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/**
 * Writes all of it to a new file in the folder, flushes it and reads it back. On any refusal the file is removed again.
 * With `like`, the file gets that mode and, if the system lets us, that owner and group.
 */
export async function writeTemp(machine: Machine, folder: string, content: Content, like?: Facts): Promise<Result<Temp, Problem>> {
  const { files } = machine
  const path = join(folder, `.jw-${machine.random(4)}.tmp`)
  let isOurs = false
  try {
    const file = await files.open(path, 'wx', 0o600)
    isOurs = true
    const written = await closing(file, () => fill(file, content, like))
    if ((await hashOfFile(files, path)) === written.sha256) return ok({ path, ...written })
    await succeeds(() => files.unlink(path))
    return err({ code: 'not-verified' })
  } catch (error) {
    if (isOurs) await succeeds(() => files.unlink(path))
    return err(problemOf(error))
  }
}

/** A failed close after a good write is a failed write: some shares report it only then. */
async function closing<T>(file: OpenFile, work: () => Promise<T>): Promise<T> {
  let result: T
  try {
    result = await work()
  } catch (error) {
    await succeeds(() => file.close())
    throw error
  }
  await file.close()
  return result
}

async function fill(file: OpenFile, content: Content, like: Facts | undefined): Promise<Omit<Temp, 'path'>> {
  const hash = sha256()
  let at = 0
  for await (const slice of content.slices()) {
    hash.update(slice)
    await writeAll(file, slice, at)
    at += slice.byteLength
  }
  if (like) {
    await keepOwner(file, like)
    // Shares without permissions refuse this, and have nothing to lose by it.
    await unless(['EPERM', ...cannotSync], () => file.setMode(like.mode))
  }
  return { sha256: hash.digest('hex'), durable: await synced(() => file.sync()) }
}

/** Before the mode: a new owner clears some of its bits. Only the superuser may give a file away, a member may pass it to the group. */
async function keepOwner(file: OpenFile, like: Facts): Promise<void> {
  const { owner, group } = await file.facts()
  if (owner === like.owner && group === like.group) return
  const isGiven = await succeeds(() => file.setOwner(like.owner, like.group))
  if (!isGiven && group !== like.group) await succeeds(() => file.setOwner(owner, like.group))
}

/** Whether it was flushed; rejects when the place can flush and did not. */
export async function synced(flush: () => Promise<void>): Promise<boolean> {
  try {
    await flush()
    return true
  } catch (error) {
    if (cannotSync.includes(systemCodeOf(error) ?? '')) return false
    throw error
  }
}

/**
 * Flushes the entries of a folder; gives whether they survive a power cut. Windows cannot and need not: NTFS writes
 * renames to its own journal. Rejects when the disk fails, for then nothing is certain.
 */
export async function syncFolder({ files, processes }: Machine, folder: string): Promise<boolean> {
  if (processes.platform === 'win32') return true
  try {
    const opened = await files.open(folder, 'r')
    return await closing(opened, () => synced(() => opened.sync()))
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES', ...cannotSync].includes(systemCodeOf(error) ?? '')) return false
    throw error
  }
}

/** How a new file gets its name: over what is there, or only if nothing is. */
export type Placing = 'replace' | 'new'

/** Writes a whole file or none: beside the target, flushed, read back, then put in its place, then the folder flushed. */
export async function writeWhole(machine: Machine, target: string, content: Content, placing: Placing): Promise<Result<Temp, Problem>> {
  const written = await writeTemp(machine, dirname(target), content)
  if (!written.ok) return written
  const { path } = written.value
  const placed = await attempt(async () => {
    await (placing === 'new' ? placeNew(machine.files, path, target) : machine.files.rename(path, target))
    return syncFolder(machine, dirname(target))
  })
  if (placed.ok) return ok({ ...written.value, path: target, durable: written.value.durable && placed.value })
  await succeeds(() => machine.files.unlink(path))
  return placed
}

/**
 * Gives a temp a name that must be free. A second name is refused where the name is taken, by whomever and whenever; a rename
 * would overwrite. Where there are no second names (FAT, some shares) we look first. Rejects with the system's error.
 */
export async function placeNew(files: FileSystem, temp: string, target: string): Promise<void> {
  const isLinked = await unless(['EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'], async () => {
    await files.link(temp, target)
    return true
  })
  if (isLinked) {
    await succeeds(() => files.unlink(temp))
    return
  }
  const found = await unless(['ENOENT'], () => files.linkFacts(target))
  if (found) throw Object.assign(new Error(`EEXIST: ${target}`), { code: 'EEXIST' })
  await files.rename(temp, target)
}

/** Makes a folder and those above it, for this user only, so that they survive a power cut. Rejects with the system's error. */
export async function ensureFolder(machine: Machine, folder: string): Promise<void> {
  const isThere = await unless(['ENOENT'], async () => (await machine.files.facts(folder)).sort === 'folder')
  if (isThere) return
  const above = dirname(folder)
  if (above !== folder) await ensureFolder(machine, above)
  await unless(['EEXIST'], () => machine.files.makeFolder(folder, 0o700))
  await syncFolder(machine, above)
}
