import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { bytesContent, hashOf, readWhole } from '../saving/content.ts'
import { writeWhole } from '../saving/write-durably.ts'

/** Larger deltas, in bytes, have files of their own: every command reads the whole log. */
const largestInLog = 64 * 1024

const nameForm = /^([0-9a-f]{16})\.delta$/u

const nameOf = (id: string): string => `${id}.delta`

/** Puts a large delta into a file of its own, flushed; gives its SHA-256, or null for one that fits into the log. */
export async function storeDelta(machine: Machine, folder: string, id: string, delta: Uint8Array): Promise<Result<string | null, Problem>> {
  if (delta.byteLength <= largestInLog) return ok(null)
  const written = await writeWhole(machine, join(folder, nameOf(id)), bytesContent(delta), 'new')
  return written.ok ? ok(written.value.sha256) : written
}

/** Gives `damaged` when it is not what was stored. */
export async function readDelta({ files }: Machine, folder: string, id: string, sha256: string): Promise<Result<Uint8Array, Problem>> {
  const read = await attempt(() => readWhole(files, join(folder, nameOf(id))))
  return read.ok && hashOf(read.value) !== sha256 ? err({ code: 'damaged' }) : read
}

/** Removes the deltas of transactions the log no longer knows. */
export async function removeDeltas({ files }: Machine, folder: string, known: ReadonlySet<string>): Promise<void> {
  const names = await attempt(() => files.list(folder))
  for (const name of names.ok ? names.value : []) {
    const id = nameForm.exec(name)?.[1]
    if (id !== undefined && !known.has(id)) await succeeds(() => files.unlink(join(folder, name)))
  }
}
