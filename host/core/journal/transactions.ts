import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { acquireLock } from '../lock.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { ensureFolder } from '../saving/write-durably.ts'
import { readDelta, storeDelta } from './stored-deltas.ts'
import { openTransactionLog, type TransactionLog } from './transaction-log.ts'
import { type Transaction, type TransactionRecord } from './transaction-records.ts'
import { type Kept, stateAfter, transactionLeadingTo } from './undo-chain.ts'

/** A change about to be made to a file. `delta` is for the caller alone to understand. */
export interface PlannedChange extends Pick<Transaction, 'file' | 'before' | 'after'> {
  readonly delta: Uint8Array
  /** The transaction this one takes back, if it is an undo. */
  readonly undoes?: string
}

/** A file as it is now; null where there is none. */
export interface FileVersion {
  readonly file: string
  readonly sha256: string | null
}

/** A transaction whose command died. */
export interface Unfinished extends Recorded {
  /** Whether the file is still the old version, already the new one, or something else. */
  readonly standing: 'not-saved' | 'saved' | 'changed-otherwise'
}

/** A transaction with what it did. */
export interface Recorded {
  readonly transaction: Transaction
  readonly delta: Uint8Array
}

/**
 * What commands do to a document: `begin`, save the file, `close`. So a command that dies in between is found by the next one,
 * and the last one can be taken back. One program at a time holds them. Source: contracts C5.2.
 */
export interface Transactions {
  /** Those of this file that were begun and neither closed nor dropped, oldest first. */
  unfinished(now: FileVersion): Promise<Result<readonly Unfinished[], Problem>>
  /** Records the change, flushed, before the file is touched. Gives the id to close it with. */
  begin(change: PlannedChange): Promise<Result<string, Problem>>
  /** The file is saved. */
  close(id: string): Promise<Result<void, Problem>>
  /** The file was not and will not be saved this way. */
  drop(id: string): Promise<Result<void, Problem>>
  /**
   * The transaction to take back, given the file as it is. `changed-otherwise` when its last change was none of ours,
   * `nothing-to-undo` when there was none at all, or when it made the file.
   */
  undoable(now: FileVersion): Promise<Result<Recorded, Problem>>
  /** Lets the next program in. */
  release(): Promise<void>
}

/** How long another command may take before this one gives up, in milliseconds. */
const patience = 10_000

/** Opens the transactions of a document, waiting for another command to end. */
export async function openTransactions(machine: Machine, folder: string): Promise<Result<Transactions, Problem>> {
  const made = await attempt(() => ensureFolder(machine, folder))
  if (!made.ok) return made
  const lock = await acquireLock(machine, join(folder, '.lock'), { patience })
  if (!lock.ok) return lock
  const log = await openTransactionLog(machine, folder)
  if (!log.ok) {
    await lock.value.release()
    return log
  }
  const release = async (): Promise<void> => {
    await log.value.close()
    await lock.value.release()
  }
  return ok({ ...transactionsIn(machine, folder, log.value), release })
}

function transactionsIn(machine: Machine, folder: string, log: TransactionLog): Omit<Transactions, 'release'> {
  const state = () => stateAfter(log.records())
  const end = async (kind: 'closed' | 'dropped', id: string): Promise<Result<void, Problem>> => log.append({ kind, id })
  return {
    async unfinished(now) {
      const found: Unfinished[] = []
      for (const kept of state().open.filter(({ transaction }) => transaction.file === now.file)) {
        const recorded = await withDelta(machine, folder, kept)
        if (!recorded.ok) return recorded
        found.push({ ...recorded.value, standing: standingOf(kept.transaction, now.sha256) })
      }
      return ok(found)
    },
    async begin({ delta, undoes = null, ...change }) {
      const id = machine.random(8)
      const stored = await storeDelta(machine, folder, id, delta)
      if (!stored.ok) return stored
      const transaction: Transaction = { ...change, id, undoes, time: machine.clock.now(), stored: stored.value }
      const record: TransactionRecord = { kind: 'begun', transaction, delta: stored.value === null ? delta : new Uint8Array() }
      const begun = await log.append(record)
      return begun.ok ? ok(id) : begun
    },
    close: id => end('closed', id),
    drop: id => end('dropped', id),
    async undoable({ sha256 }) {
      const { closed } = state()
      if (closed.length === 0) return err({ code: 'nothing-to-undo' })
      const kept = sha256 === null ? undefined : transactionLeadingTo(closed, sha256)
      if (!kept) return err({ code: isKnown(closed, sha256) ? 'nothing-to-undo' : 'changed-otherwise' })
      if (kept.transaction.before === null) return err({ code: 'nothing-to-undo' })
      return withDelta(machine, folder, kept)
    },
  }
}

function standingOf({ before, after }: Transaction, sha256: string | null): Unfinished['standing'] {
  if (sha256 === after) return 'saved'
  return sha256 === before ? 'not-saved' : 'changed-otherwise'
}

/** A version our first transaction began with, or an undo led back to, was made by nothing that could be taken back. */
const isKnown = (closed: readonly Kept[], sha256: string | null): boolean =>
  closed.some(({ transaction }) => transaction.before === sha256 || transaction.after === sha256)

async function withDelta(machine: Machine, folder: string, { transaction, delta }: Kept): Promise<Result<Recorded, Problem>> {
  if (transaction.stored === null) return ok({ transaction, delta })
  const read = await readDelta(machine, folder, transaction.id, transaction.stored)
  return read.ok ? ok({ transaction, delta: read.value }) : read
}
