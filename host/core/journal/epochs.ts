import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import type { FileSystem } from '../file-system.ts'
import type { Machine } from '../machine.ts'
import { attempt, unless } from '../problem-of.ts'
import { hashOf, readWhole, sha256 } from '../saving/content.ts'
import { decodeRecords, logStart } from './records.ts'

const nameForm = /^(\d{8})\.(?:snap|log)$/u
const hashLength = 32

export const snapshotName = (epoch: number): string => `${String(epoch).padStart(8, '0')}.snap`
export const logName = (epoch: number): string => `${String(epoch).padStart(8, '0')}.log`

/** A snapshot as it lies on the disk: SHA-256 in 32 bytes, then the snapshot. */
export const withHash = (snapshot: Uint8Array): Uint8Array => Buffer.concat([sha256().update(snapshot).digest(), snapshot])

/** Numbers of all epochs of which anything is there, oldest first. Rejects with the system's error. */
export async function epochsIn(files: FileSystem, folder: string): Promise<number[]> {
  const names = (await unless(['ENOENT'], () => files.list(folder))) ?? []
  const numbers = names.flatMap(name => nameForm.exec(name)?.[1] ?? []).map(Number)
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** What an epoch holds: a document and what was done to it. */
export interface RecoveredEpoch {
  readonly epoch: number
  readonly snapshot: Uint8Array
  /** In the order in which they were appended; complete up to some moment, never with a gap. */
  readonly records: readonly Uint8Array[]
  /** `torn` is what a crash leaves; `damaged` means that later records were there and are lost. */
  readonly tail: 'clean' | 'torn' | 'damaged'
}

/** Everything of a document that can be recovered, newest first. Epochs whose snapshot is not what was written are left out. */
export async function readJournal({ files }: Machine, folder: string): Promise<Result<readonly RecoveredEpoch[], Problem>> {
  return attempt(async () => {
    const found: RecoveredEpoch[] = []
    for (const epoch of (await epochsIn(files, folder)).reverse()) {
      const recovered = await readEpoch(files, folder, epoch)
      if (recovered) found.push(recovered)
    }
    return found
  })
}

async function readEpoch(files: FileSystem, folder: string, epoch: number): Promise<RecoveredEpoch | undefined> {
  const stored = await unless(['ENOENT'], () => readWhole(files, join(folder, snapshotName(epoch))))
  const snapshot = stored?.subarray(hashLength)
  if (!stored || !snapshot || Buffer.from(stored.subarray(0, hashLength)).toString('hex') !== hashOf(snapshot)) return undefined
  const log = await unless(['ENOENT'], () => readWhole(files, join(folder, logName(epoch))))
  const { payloads, tail } = decodeRecords(log ?? new Uint8Array(), logStart(hashOf(snapshot)))
  return { epoch, snapshot, records: payloads, tail }
}

/** Ids of the documents with anything to recover. `journals` is the folder above those of the documents. */
export async function listJournals({ files }: Machine, journals: string): Promise<Result<readonly string[], Problem>> {
  return attempt(async () => {
    const ids = (await unless(['ENOENT'], () => files.list(journals))) ?? []
    const found: string[] = []
    for (const id of ids.sort()) {
      const epochs = await unless(['ENOTDIR'], () => epochsIn(files, join(journals, id)))
      if (epochs && epochs.length > 0) found.push(id)
    }
    return found
  })
}
