import type { Transaction, TransactionRecord } from './transaction-records.ts'

/** A transaction with what it did, as far as that stands in the log. */
export interface Kept {
  readonly transaction: Transaction
  readonly delta: Uint8Array
}

/** What the log says, in the order of closing. */
export interface TransactionState {
  readonly closed: readonly Kept[]
  readonly open: readonly Kept[]
}

/** The state after all records. What is closed without having been begun is older than the log. */
export function stateAfter(records: readonly TransactionRecord[]): TransactionState {
  const open = new Map<string, Kept>()
  const closed: Kept[] = []
  for (const record of records) {
    switch (record.kind) {
      case 'begun':
        open.set(record.transaction.id, record)
        break
      case 'done':
        closed.push(record)
        break
      case 'closed': {
        const one = open.get(record.id)
        if (one) closed.push(one)
        open.delete(record.id)
        break
      }
      case 'dropped':
        open.delete(record.id)
        break
    }
  }
  return { closed, open: [...open.values()] }
}

interface Version {
  readonly kept: Kept
  /** How the version before came about; undefined where that was not a transaction of ours. */
  readonly earlier: Version | undefined
}

/**
 * The transaction that led to this version of the file. A list with the last one at its end would do for one file that nobody
 * else touches; but copies of a document share its id, and a file can be put back to an older version. So each version, known
 * by its hash, remembers which transaction made it. Taking one back leads to the version before it, whatever its bytes are.
 */
export function transactionLeadingTo(closed: readonly Kept[], sha256: string): Kept | undefined {
  const versions = new Map<string, Version>()
  const byId = new Map<string, Version>()
  for (const kept of closed) {
    const { id, before, after, undoes } = kept.transaction
    if (undoes === null) {
      const version: Version = { kept, earlier: before === null ? undefined : versions.get(before) }
      versions.set(after, version)
      byId.set(id, version)
    } else {
      const earlier = byId.get(undoes)?.earlier
      if (earlier) versions.set(after, earlier)
      else versions.delete(after)
    }
  }
  return versions.get(sha256)?.kept
}
