import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds, unless } from '../problem-of.ts'
import { type Backup, type BackupReason, backupsToDrop, isBackupDue } from './backup-grid.ts'
import { type Content, hashOf, hashOfFile, readWhole } from './content.ts'
import { ensureFolder, writeWhole } from './write-durably.ts'

export type { Backup, BackupReason } from './backup-grid.ts'

const nameForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(routine|format|shrinking|overwriting|in-place)-([0-9a-f]{16})\.jw$/u

const isReason = (text: string | undefined): text is BackupReason =>
  ['routine', 'format', 'shrinking', 'overwriting', 'in-place'].includes(text ?? '')

/** The copies in a document's backup folder, newest first. None where there is no folder. */
export async function listBackups({ files }: Machine, folder: string): Promise<Result<readonly Backup[], Problem>> {
  return attempt(async () => {
    const names = (await unless(['ENOENT'], () => files.list(folder))) ?? []
    const found: Backup[] = []
    for (const id of names.sort().reverse()) {
      const named = parseName(id)
      // Another process may be pruning.
      const facts = named && (await unless(['ENOENT'], () => files.facts(join(folder, id))))
      if (named && facts) found.push({ id, size: facts.size, ...named })
    }
    return found
  })
}

function parseName(name: string): Pick<Backup, 'time' | 'reason' | 'hash'> | undefined {
  const [, year, month, day, hour, minute, second, fraction, reason, hash] = nameForm.exec(name) ?? []
  if (!isReason(reason) || hash === undefined) return undefined
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`)
  return Number.isNaN(time) ? undefined : { time, reason, hash }
}

const nameOf = (time: number, reason: BackupReason, sha256: string): string =>
  `${new Date(time).toISOString().replace(/[-:.]/gu, '')}-${reason}-${sha256.slice(0, 16)}.jw`

/** What a copy holds. Gives `damaged` when that is no longer what was copied, `gone` when the id names none. */
export async function readBackup({ files }: Machine, folder: string, id: string): Promise<Result<Uint8Array, Problem>> {
  const named = parseName(id)
  if (!named) return err({ code: 'gone' })
  const bytes = await attempt(() => readWhole(files, join(folder, id)))
  if (bytes.ok && !hashOf(bytes.value).startsWith(named.hash)) return err({ code: 'damaged' })
  return bytes
}

/** The version to be copied and why. */
export interface BackupRequest {
  readonly content: Content
  readonly sha256: string
  /** A routine copy is made only when the last one is old enough; any other always. */
  readonly reason: BackupReason
}

/**
 * Makes a copy if one is due and gives the id of a copy of exactly this version, undefined if none was due.
 * Copies are written under a new name, never over another; older ones go only after the new one is on the disk.
 */
export async function keepBackup(machine: Machine, folder: string, request: BackupRequest): Promise<Result<string | undefined, Problem>> {
  const listed = await listBackups(machine, folder)
  if (!listed.ok) return listed
  const [newest] = listed.value
  const now = machine.clock.now()
  if (request.reason === 'routine' && !isBackupDue(newest, now)) return ok(undefined)
  if (newest && isAsGood(newest, request) && (await isIntact(machine, folder, newest, request.sha256))) return ok(newest.id)
  // A clock set back must not make the new copy look older than the last one.
  const time = Math.max(now, (newest?.time ?? 0) + 1)
  const id = nameOf(time, request.reason, request.sha256)
  const made = await attempt(() => ensureFolder(machine, folder))
  if (!made.ok) return made
  const written = await writeWhole(machine, join(folder, id), request.content, 'new')
  if (!written.ok) return written
  if (written.value.sha256 !== request.sha256) {
    // The document changed while it was copied: a copy of neither version is worse than none.
    await succeeds(() => machine.files.unlink(join(folder, id)))
    return err({ code: 'conflict', found: written.value.sha256 })
  }
  const added: Backup = { id, time, reason: request.reason, size: request.content.size, hash: request.sha256.slice(0, 16) }
  await prune(machine, folder, [added, ...listed.value], now)
  return ok(id)
}

/** A routine copy goes sooner than one made for a reason, so it cannot stand for one. */
const isAsGood = ({ hash, reason }: Backup, request: BackupRequest): boolean =>
  request.sha256.startsWith(hash) && (reason !== 'routine' || request.reason === 'routine')

async function isIntact({ files }: Machine, folder: string, { id }: Backup, sha256: string): Promise<boolean> {
  const found = await attempt(() => hashOfFile(files, join(folder, id)))
  return found.ok && found.value === sha256
}

/** What cannot be removed now is tried again after the next copy. */
async function prune({ files }: Machine, folder: string, newestFirst: readonly Backup[], now: number): Promise<void> {
  for (const { id } of backupsToDrop(newestFirst, now)) await succeeds(() => files.unlink(join(folder, id)))
}
