import { dirname } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { inTurn } from '../in-turn.ts'
import type { OpenFile } from '../file-system.ts'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { writeAll } from '../saving/content.ts'
import { synced, syncFolder } from '../saving/write-durably.ts'
import { encodeRecords, type LogEnd } from './records.ts'

/** A log being written. Calls may overlap; they are done in the order in which they were made. */
export interface LogFile {
  /** Hands the records to the system: they survive the death of this program, not yet of the machine. */
  append(payloads: readonly Uint8Array[]): Promise<Result<LogProgress, Problem>>
  /** Everything appended so far survives the death of the machine. */
  flush(): Promise<Result<LogProgress, Problem>>
  /** Flushes and closes. */
  close(): Promise<Result<LogProgress, Problem>>
}

/** How many records were written, and how many of them a power cut cannot take. */
export interface LogProgress {
  readonly written: number
  readonly durable: number
}

/** Where a log that is continued ends: its last record, its length in bytes. */
export interface LogPosition {
  readonly end: LogEnd
  readonly length: number
}

/** Makes a new log. The name must be free. */
export async function createLog(machine: Machine, path: string, end: LogEnd): Promise<Result<LogFile, Problem>> {
  return attempt(async () => {
    const file = await machine.files.open(path, 'wx', 0o600)
    try {
      await syncFolder(machine, dirname(path))
    } catch (error) {
      await succeeds(() => file.close())
      throw error
    }
    return logFile(file, { end, length: 0 })
  })
}

/** Goes on with a log whose records were all read and are good. */
export async function continueLog({ files }: Machine, path: string, position: LogPosition): Promise<Result<LogFile, Problem>> {
  return attempt(async () => logFile(await files.open(path, 'r+'), position))
}

function logFile(file: OpenFile, position: LogPosition): LogFile {
  const queue = inTurn()
  let { end, length } = position
  let durable = end.next
  /** After a failed flush the system may have thrown away what it could not write: nothing after it may count as kept. */
  let failure: Problem | undefined
  const progress = (): Result<LogProgress, Problem> => (failure ? err(failure) : ok({ written: end.next, durable }))

  const append = async (payloads: readonly Uint8Array[]): Promise<Result<LogProgress, Problem>> => {
    if (failure) return err(failure)
    const records = encodeRecords(end, payloads)
    // At its place, not at the end of the file: after half a write the next one overwrites the half.
    const written = await attempt(() => writeAll(file, records.bytes, length))
    if (!written.ok) return written
    end = records.end
    length += records.bytes.byteLength
    return progress()
  }
  const flush = async (): Promise<Result<LogProgress, Problem>> => {
    if (failure || durable === end.next) return progress()
    const flushed = await attempt(() => synced(() => file.syncData()))
    if (flushed.ok) durable = end.next
    else failure = flushed.error
    return progress()
  }
  const close = async (): Promise<Result<LogProgress, Problem>> => {
    const flushed = await flush()
    const closed = await attempt(() => file.close())
    return closed.ok ? flushed : closed
  }
  return { append: payloads => queue(() => append(payloads)), flush: () => queue(flush), close: () => queue(close) }
}
