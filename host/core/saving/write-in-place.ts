import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { readBackup } from './backups.ts'
import { hashOf, hashOfFile, writeAll } from './content.ts'
import { synced } from './write-durably.ts'

/** Where the copy is that makes the risk bearable. */
export interface SafetyCopy {
  readonly folder: string
  readonly id: string
}

/**
 * Overwrites a file whose folder takes no new files. While it writes, the target is neither old nor new, which is why nobody
 * may call this without a copy of the old version. If it breaks off, the old version is written back; if even that fails, the
 * problem names the copy.
 */
export async function writeInPlace(machine: Machine, target: string, bytes: Uint8Array, copy: SafetyCopy): Promise<Result<void, Problem>> {
  const old = await readBackup(machine, copy.folder, copy.id)
  if (!old.ok) return err({ code: 'no-backup' })
  const written = await overwrite(machine, target, bytes)
  if (written.ok) return written
  const restored = written.error.isTouched ? await overwrite(machine, target, old.value) : ok(undefined)
  if (restored.ok) return err(written.error.problem)
  return err({ code: 'broken-off', backup: copy.id })
}

interface Failure {
  readonly problem: Problem
  /** Whether the old content may be gone. */
  readonly isTouched: boolean
}

async function overwrite({ files }: Machine, target: string, bytes: Uint8Array): Promise<Result<void, Failure>> {
  const opened = await attempt(() => files.open(target, 'r+'))
  if (!opened.ok) return err({ problem: opened.error, isTouched: false })
  const file = opened.value
  const written = await attempt(async () => {
    await writeAll(file, bytes, 0)
    await file.setLength(bytes.byteLength)
    await synced(() => file.sync())
  })
  const isClosed = await attempt(() => file.close())
  for (const step of [written, isClosed]) if (!step.ok) return err({ problem: step.error, isTouched: true })
  const found = await attempt(() => hashOfFile(files, target))
  if (!found.ok) return err({ problem: found.error, isTouched: true })
  return found.value === hashOf(bytes) ? ok(undefined) : err({ problem: { code: 'not-verified' }, isTouched: true })
}
