import { dirname } from 'node:path'
import { ok, type Result } from '#bridge/result.ts'
import { type Problem, problem } from '#bridge/problems.ts'
import { keepBackup } from './backups.ts'
import { errnoOf } from './file-system.ts'
import { type Machine, sha256 } from './machine.ts'
import { problemOf, sweep, type Written, writeWhole } from './write-whole.ts'

export interface SaveRequest {
  readonly path: string
  readonly bytes: Uint8Array
  /** Hash of the version that was read; null for a file that must not exist yet. */
  readonly expected: string | null
  /** Names the document's backups. */
  readonly document: string
  /** Elements before and after; losing more than half needs a word of consent. Source: reliability D7. */
  readonly elements?: { readonly before: number; readonly after: number }
  readonly mayShrink?: boolean
  /** Keeps the previous version however young the last backup is, for instance before a change of format. */
  readonly keepPrevious?: boolean
}

const LARGEST = 2 * 1024 ** 3

/** Room beside the file itself that must stay free, in bytes. */
const SPARE = 16 * 1024 * 1024

/** Saves a document so that a crash at any moment leaves the old or the new version, and the old one among the backups. */
export async function saveDocument(machine: Machine, request: SaveRequest): Promise<Result<Written & { readonly path: string }, Problem>> {
  const { elements, bytes } = request
  if (bytes.length > LARGEST) return problem('too-large', { bytes: bytes.length })
  if (elements && !request.mayShrink && elements.after < elements.before / 2)
    return problem('shrinks', { before: elements.before, after: elements.after })
  try {
    const target = await targetOf(machine, request)
    if (!target.ok) return target
    const room = await roomFor(machine, target.value.path, bytes.length)
    if (!room.ok) return room
    const { path, previous, mode } = target.value
    if (previous) {
      const kept = await keepBackup(machine, request.document, previous, request.keepPrevious === true)
      if (!kept.ok) return kept
    }
    const written = await writeWhole(machine, path, bytes, mode)
    await sweep(machine, dirname(path))
    return written.ok ? ok({ ...written.value, path }) : written
  } catch (error) {
    return problemOf(error)
  }
}

interface Target {
  readonly path: string
  readonly previous: Uint8Array | undefined
  readonly mode: number
}

/** The file a link points to, which must be a regular one and still the version that was read. */
async function targetOf({ files }: Machine, { path, expected }: SaveRequest): Promise<Result<Target, Problem>> {
  let real: string
  try {
    real = await files.realpath(path)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') return problemOf(error)
    return expected === null ? ok({ path, previous: undefined, mode: 0o644 }) : problem('conflict', { found: '' })
  }
  const stat = await files.lstat(real)
  if (!stat.isFile) return problem('not-a-file', {})
  if (stat.size > LARGEST) return problem('too-large', { bytes: stat.size })
  const previous = await files.read(real)
  const found = sha256(previous)
  if (found !== expected) return problem('conflict', { found })
  return ok({ path: real, previous, mode: stat.mode })
}

async function roomFor({ files }: Machine, path: string, bytes: number): Promise<Result<undefined, Problem>> {
  let free: number
  try {
    free = await files.free(dirname(path))
  } catch (error) {
    // A share that does not say how much is free is tried all the same: writing tells.
    return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error)) ? problemOf(error) : ok(undefined)
  }
  return free < 2 * bytes + SPARE ? problem('no-space', { free, needed: 2 * bytes + SPARE }) : ok(undefined)
}
