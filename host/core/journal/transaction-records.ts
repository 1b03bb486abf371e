/** What a command is about to do, or did, to a file. */
export interface Transaction {
  readonly id: string
  /** The real path of the document. */
  readonly file: string
  /** SHA-256 of the file before; null where there was none. */
  readonly before: string | null
  /** SHA-256 of the file once it is saved. */
  readonly after: string
  /** The transaction this one takes back, if it is an undo. */
  readonly undoes: string | null
  /** Milliseconds since 1970. */
  readonly time: number
  /** SHA-256 of what it did, when that is too large for the log and lies in a file of its own. */
  readonly stored: string | null
}

/** A record of the log: a transaction begun, closed, or given up; `done` is begun and closed at once. */
export type TransactionRecord =
  | { readonly kind: 'begun' | 'done'; readonly transaction: Transaction; readonly delta: Uint8Array }
  | { readonly kind: 'closed' | 'dropped'; readonly id: string }

const noBytes = new Uint8Array()

/** `u32 length of the head | head as JSON | delta`. */
export function encodeTransaction(record: TransactionRecord): Uint8Array {
  const { delta = noBytes, ...head } = { delta: undefined, ...record }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.byteLength)
  return Buffer.concat([length, text, delta])
}

/** Undefined for a record a later program wrote, which is left alone. The chain has already proved that it is what was written. */
export function decodeTransaction(bytes: Uint8Array): TransactionRecord | undefined {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (log.byteLength < 4) return undefined
  const end = 4 + log.readUInt32LE(0)
  if (end > log.byteLength) return undefined
  const head: unknown = JSON.parse(log.toString('utf8', 4, end))
  if (typeof head !== 'object' || head === null || !('kind' in head)) return undefined
  const { kind } = head
  if ((kind === 'closed' || kind === 'dropped') && 'id' in head && typeof head.id === 'string') return { kind, id: head.id }
  if ((kind === 'begun' || kind === 'done') && 'transaction' in head && isTransaction(head.transaction))
    return { kind, transaction: head.transaction, delta: log.subarray(end) }
  return undefined
}

function isTransaction(value: unknown): value is Transaction {
  if (typeof value !== 'object' || value === null) return false
  const { id, file, before, after, undoes, time, stored }: Partial<Record<keyof Transaction, unknown>> = value
  const areTexts = [id, file, after].every(one => typeof one === 'string')
  return areTexts && typeof time === 'number' && [before, undoes, stored].every(one => one === null || typeof one === 'string')
}
