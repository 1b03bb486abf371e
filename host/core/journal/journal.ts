import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { ok, type Result } from '#bridge/result.ts'
import { inTurn } from '../in-turn.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { bytesContent, hashOf } from '../saving/content.ts'
import { ensureFolder, writeWhole } from '../saving/write-durably.ts'
import { epochsIn, logName, snapshotName, withHash } from './epochs.ts'
import { createLog, type LogFile, type LogProgress } from './log-file.ts'
import { logStart } from './records.ts'

/** When what was appended is flushed at the latest. Source: reliability §3.3. */
const flushAfter = { records: 20, milliseconds: 250 } as const

/**
 * What is done to an open document, kept from the first moment on. An epoch is a snapshot and the log of what followed; a new
 * one begins with every save and from time to time, and the one before is kept.
 */
export interface Journal {
  /** The epoch being written. */
  epoch(): number
  /** Written when it returns; flushed within 250 ms or 20 records. A problem means that these records are not kept. */
  append(payloads: readonly Uint8Array[]): Promise<Result<LogProgress, Problem>>
  /** Everything appended survives a power cut. */
  flush(): Promise<Result<LogProgress, Problem>>
  /** Begins the next epoch. The old one goes on if that fails. Also the way out after a flush has failed. */
  rotate(snapshot: Uint8Array): Promise<Result<number, Problem>>
  /** Flushes and closes; everything stays for the next start. */
  close(): Promise<Result<void, Problem>>
  /** Closes and removes what this journal wrote or adopted: the document is safely saved. */
  finish(): Promise<Result<void, Problem>>
}

interface Epoch {
  readonly number: number
  readonly log: LogFile
}

/**
 * Starts a journal with the document as it is now. What earlier runs left behind is never touched, unless it is among the
 * `adopted` epochs: those the snapshot was recovered from.
 */
export async function startJournal(
  machine: Machine,
  folder: string,
  snapshot: Uint8Array,
  adopted: readonly number[] = [],
): Promise<Result<Journal, Problem>> {
  const first = await startEpoch(machine, folder, snapshot)
  return first.ok ? ok(journal(machine, folder, first.value, adopted)) : first
}

/** The snapshot is on the disk before the log begins. */
async function startEpoch(machine: Machine, folder: string, snapshot: Uint8Array): Promise<Result<Epoch, Problem>> {
  const there = await attempt(async () => {
    await ensureFolder(machine, folder)
    return epochsIn(machine.files, folder)
  })
  if (!there.ok) return there
  const number = (there.value.at(-1) ?? 0) + 1
  const written = await writeWhole(machine, join(folder, snapshotName(number)), bytesContent(withHash(snapshot)), 'new')
  if (!written.ok) return written
  const log = await createLog(machine, join(folder, logName(number)), logStart(hashOf(snapshot)))
  if (log.ok) return ok({ number, log: log.value })
  await removeEpoch(machine, folder, number)
  return log
}

/** The log first: a snapshot alone is still something that opens. */
async function removeEpoch({ files }: Machine, folder: string, number: number): Promise<void> {
  for (const name of [logName(number), snapshotName(number)]) await succeeds(() => files.unlink(join(folder, name)))
}

function journal(machine: Machine, folder: string, first: Epoch, adopted: readonly number[]): Journal {
  const queue = inTurn()
  let current = first
  let own = [...adopted, first.number]
  const flushing = flushInTime(machine, () => current.log.flush())

  const rotate = async (snapshot: Uint8Array): Promise<Result<number, Problem>> => {
    const next = await startEpoch(machine, folder, snapshot)
    if (!next.ok) return next
    flushing.cancel()
    // A journal that failed is left as it is; the new snapshot holds more than it.
    await current.log.close()
    current = next.value
    const gone = own.slice(0, -1)
    own = [...own.slice(-1), current.number]
    for (const number of gone) await removeEpoch(machine, folder, number)
    return ok(current.number)
  }
  const close = async (): Promise<Result<void, Problem>> => {
    flushing.cancel()
    const closed = await current.log.close()
    return closed.ok ? ok(undefined) : closed
  }
  return {
    epoch: () => current.number,
    append: payloads =>
      queue(async () => {
        const appended = await current.log.append(payloads)
        return appended.ok ? flushing.noticed(appended.value) : appended
      }),
    flush: () => queue(() => current.log.flush()),
    rotate: snapshot => queue(() => rotate(snapshot)),
    close: () => queue(close),
    finish: () =>
      queue(async () => {
        await close()
        for (const number of own) await removeEpoch(machine, folder, number)
        return ok(undefined)
      }),
  }
}

type Flush = () => Promise<Result<LogProgress, Problem>>

/** Flushes when enough has gathered, or when what has gathered is old enough. A failure shows at the next append. */
function flushInTime(
  { clock }: Machine,
  flush: Flush,
): { readonly noticed: (progress: LogProgress) => ReturnType<Flush>; readonly cancel: () => void } {
  let cancelTimer: (() => void) | undefined
  const cancel = (): void => {
    cancelTimer?.()
    cancelTimer = undefined
  }
  return {
    cancel,
    async noticed(progress) {
      if (progress.written - progress.durable >= flushAfter.records) {
        cancel()
        return flush()
      }
      cancelTimer ??= clock.after(flushAfter.milliseconds, () => {
        cancelTimer = undefined
        void flush()
      })
      return ok(progress)
    },
  }
}
