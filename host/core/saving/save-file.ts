import { dirname, resolve } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { inTurn } from '../in-turn.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { type BackupReason, keepBackup } from './backups.ts'
import { bytesContent, fileContent, hashOf } from './content.ts'
import { replace } from './replace.ts'
import { checkExpected, checkSpace, checkUnchanged, type Counts, findTarget, type SaveTarget, shrinks } from './save-target.ts'
import { placeNew, syncFolder, type Temp, writeTemp } from './write-durably.ts'
import { writeInPlace } from './write-in-place.ts'

/** A document to be saved and what its writer believes of the file. */
export interface SaveRequest {
  readonly path: string
  readonly bytes: Uint8Array
  /** SHA-256 of the version that was loaded or last saved; null if there must be no file yet. */
  readonly expected: string | null
  /** Folder for copies of earlier versions. */
  readonly backups: string
  /** Why a copy is due now. Any but `routine`, the default, makes the copy a condition of saving. */
  readonly reason?: BackupReason
  /** Numbers of elements, for the guard against saving an accident. */
  readonly counts?: Counts
  /** A person has confirmed that so much is to go. */
  readonly isShrinkingConfirmed?: boolean
  /** Called once when another program keeps the file for two seconds. */
  readonly onWaiting?: () => void
}

/** A document as it now lies on the disk. */
export interface Saved {
  /** Where it really lies, links resolved. */
  readonly path: string
  readonly sha256: string
  readonly size: number
  readonly modifiedMs: number
  /** False where the place cannot promise to keep it through a power cut. */
  readonly durable: boolean
  /** The folder takes no new files; so the file was overwritten, with a copy aside. */
  readonly isInPlace: boolean
  /** The copy of the previous version, if one was due. */
  readonly backup: string | undefined
  /** Why a routine copy could not be made; the document is saved all the same. */
  readonly backupProblem: Problem | undefined
}

/** Saves documents, those with the same path one after the other. */
export function saver(machine: Machine): (request: SaveRequest) => Promise<Result<Saved, Problem>> {
  const queues = new Map<string, ReturnType<typeof inTurn>>()
  return request => {
    const key = resolve(request.path)
    const queue = queues.get(key) ?? inTurn()
    queues.set(key, queue)
    return queue(() => saveFile(machine, request))
  }
}

/**
 * Writes all of a document or nothing: to a new file in its folder, flushed and read back, then renamed over it, then the
 * folder flushed. Whatever happens, the file is the complete old or the complete new version; after any problem the document
 * still counts as unsaved, and the same request can be tried again. Source: reliability §3.2.
 */
export async function saveFile(machine: Machine, request: SaveRequest): Promise<Result<Saved, Problem>> {
  const { bytes, counts } = request
  const sha256 = hashOf(bytes)
  const target = await findTarget(machine.files, request.path)
  if (!target.ok) return target
  const expected = checkExpected(target.value, request.expected, sha256)
  if (!expected.ok) return expected
  const isShrinking = counts !== undefined && shrinks(counts)
  if (isShrinking && request.isShrinkingConfirmed !== true) return err({ code: 'would-shrink', ...counts })
  const space = await checkSpace(machine.files, dirname(target.value.path), bytes.byteLength)
  if (!space.ok) return space
  const plan = { ...request, sha256, reason: isShrinking ? 'shrinking' : (request.reason ?? 'routine') } as const
  const temp = await writeTemp(machine, dirname(target.value.path), bytesContent(bytes), target.value.found?.facts)
  if (!temp.ok) return takesNoFiles(temp.error) ? saveInPlace(machine, target.value, plan, temp.error) : temp
  const saved = await putInPlace(machine, target.value, plan, temp.value)
  // Renamed, it is gone already; rescued, it bears another name.
  if (!saved.ok) await succeeds(() => machine.files.unlink(temp.value.path))
  return saved
}

type Plan = SaveRequest & { readonly sha256: string; readonly reason: BackupReason }

/** The folder is closed to us; the file in it may be open. */
const takesNoFiles = ({ code }: Problem): boolean => code === 'not-allowed'

async function putInPlace(machine: Machine, target: SaveTarget, plan: Plan, temp: Temp): Promise<Result<Saved, Problem>> {
  const copied = await copyAside(machine, target, plan)
  if (!copied.ok) return copied
  const unchanged = await checkUnchanged(machine.files, target)
  if (!unchanged.ok) return unchanged
  const placed = target.found
    ? await replace(machine, temp.path, target.path, plan.onWaiting)
    : await attempt(() => placeNew(machine.files, temp.path, target.path))
  if (!placed.ok && takesNoFiles(placed.error)) {
    await succeeds(() => machine.files.unlink(temp.path))
    return saveInPlace(machine, target, plan, placed.error)
  }
  if (!placed.ok) return placed
  return finish(machine, target, plan, { ...copied.value, isInPlace: false, durable: temp.durable })
}

interface Copied {
  readonly backup: string | undefined
  readonly backupProblem: Problem | undefined
}

/** A full user disk must not keep a person from saving; a risk without a copy must. */
async function copyAside(machine: Machine, { path, found }: SaveTarget, plan: Plan): Promise<Result<Copied, Problem>> {
  if (!found || found.sha256 === plan.sha256) return ok({ backup: undefined, backupProblem: undefined })
  const content = fileContent(machine.files, path, found.facts.size)
  const copied = await keepBackup(machine, plan.backups, { content, sha256: found.sha256, reason: plan.reason })
  if (copied.ok) return ok({ backup: copied.value, backupProblem: undefined })
  if (copied.error.code === 'conflict') return copied
  if (plan.reason === 'routine') return ok({ backup: undefined, backupProblem: copied.error })
  return err({ code: 'no-backup', ...('system' in copied.error ? { system: copied.error.system } : {}) })
}

/** `refusal` is why the ordinary way is closed; it is the answer if there is nothing to overwrite either. */
async function saveInPlace(machine: Machine, target: SaveTarget, plan: Plan, refusal: Problem): Promise<Result<Saved, Problem>> {
  if (!target.found) return err(refusal)
  const copied = await copyAside(machine, target, { ...plan, reason: plan.reason === 'routine' ? 'in-place' : plan.reason })
  if (!copied.ok) return copied
  const { backup } = copied.value
  const unchanged = await checkUnchanged(machine.files, target)
  if (!unchanged.ok) return unchanged
  if (backup !== undefined) {
    const written = await writeInPlace(machine, target.path, plan.bytes, { folder: plan.backups, id: backup })
    if (!written.ok) return written
  }
  return finish(machine, target, plan, { ...copied.value, isInPlace: true, durable: false })
}

type Placed = Copied & Pick<Saved, 'durable' | 'isInPlace'>

async function finish(machine: Machine, target: SaveTarget, plan: Plan, placed: Placed): Promise<Result<Saved, Problem>> {
  return attempt(async () => {
    const isFolderSynced = await syncFolder(machine, dirname(target.path))
    const { size, modifiedMs } = await machine.files.facts(target.path)
    return { ...placed, path: target.path, sha256: plan.sha256, size, modifiedMs, durable: placed.durable && isFolderSynced }
  })
}
