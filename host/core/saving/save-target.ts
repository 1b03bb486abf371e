import { basename, dirname, join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Facts, FileSystem } from '../file-system.ts'
import { attempt, unless } from '../problem-of.ts'
import { hashOfFile } from './content.ts'

/** The largest container we write, in bytes. Source: contracts C7.3. */
const largest = 2 * 1024 ** 3

/** What a save found at its path. */
export interface SaveTarget {
  /** With links resolved, so that a link stays one. */
  readonly path: string
  /** What is there; undefined for a file that is still to be made. */
  readonly found: { readonly facts: Facts; readonly sha256: string } | undefined
}

/** Looks at what a save would replace. Refuses what is no ordinary file that its owner may write. */
export async function findTarget(files: FileSystem, path: string): Promise<Result<SaveTarget, Problem>> {
  const found = await attempt(() => lookAt(files, path))
  if (!found.ok) return found
  const { real, facts } = found.value
  if (facts === undefined) return ok({ path: real, found: undefined })
  if (facts.sort !== 'file') return err({ code: 'not-a-file' })
  if ((facts.mode & 0o222) === 0) return err({ code: 'read-only' })
  if (facts.size > largest) return err({ code: 'too-large' })
  const sha256 = await attempt(() => hashOfFile(files, real))
  return sha256.ok ? ok({ path: real, found: { facts, sha256: sha256.value } }) : sha256
}

async function lookAt(files: FileSystem, path: string): Promise<{ readonly real: string; readonly facts: Facts | undefined }> {
  const { real, isThere } = await realPlace(files, path)
  return { real, facts: isThere ? await files.facts(real) : await unless(['ENOENT'], () => files.linkFacts(real)) }
}

/** Where a path really leads, links resolved; the folder must be there, the file need not. */
export async function realPlace(files: FileSystem, path: string): Promise<{ readonly real: string; readonly isThere: boolean }> {
  const real = await unless(['ENOENT'], () => files.realPath(path))
  if (real !== undefined) return { real, isThere: true }
  // Nothing there, or a link to nothing.
  return { real: join(await files.realPath(dirname(path)), basename(path)), isThere: false }
}

/**
 * Whether this is the version the writer knows: that with the hash, or none at all for null. What already has the content to
 * be written is never in the way: an earlier try may have come that far.
 */
export function checkExpected({ found }: SaveTarget, expected: string | null, written: string): Result<void, Problem> {
  if (found?.sha256 === written) return ok(undefined)
  if (expected === null) return found ? err({ code: 'already-exists' }) : ok(undefined)
  if (!found) return err({ code: 'gone' })
  return found.sha256 === expected ? ok(undefined) : err({ code: 'conflict', found: found.sha256 })
}

/** Whether the target is still what was found. Hashing takes time, in which another program may have written. */
export async function checkUnchanged(files: FileSystem, { path, found }: SaveTarget): Promise<Result<void, Problem>> {
  if (!found) return ok(undefined)
  const now = await attempt(() => files.facts(path))
  if (!now.ok) return now
  if (now.value.identity === found.facts.identity) return ok(undefined)
  const sha256 = await attempt(() => hashOfFile(files, path))
  if (!sha256.ok) return sha256
  return sha256.value === found.sha256 ? ok(undefined) : err({ code: 'conflict', found: sha256.value })
}

/** How many elements a document had and has. */
export interface Counts {
  readonly before: number
  readonly after: number
}

/** Whether so much is gone that it may be an accident: all, or more than half. Source: reliability D7. */
export const shrinks = ({ before, after }: Counts): boolean => after < before / 2

/** Room for the new file, for another copy of it, and some to go on living. Source: reliability §3.2 step 5. */
export async function checkSpace(files: FileSystem, folder: string, size: number): Promise<Result<void, Problem>> {
  if (size > largest) return err({ code: 'too-large' })
  // A place that does not count its space will say itself when it is full.
  const free = await attempt(() => files.free(folder))
  if (!free.ok || free.value === undefined || free.value >= 2 * size + 16 * 1024 ** 2) return ok(undefined)
  return err({ code: 'disk-full' })
}
