import { hash } from 'node:crypto'

/**
 * A log of records that belong together. `u32 length | 16 bytes chain | payload`, numbers little-endian; the chain is the
 * beginning of SHA-256 over the chain before, the number of the record as u64, and the payload. It begins with the hash of
 * what the log continues, so a log is never replayed onto the wrong thing, and no record is ever missed out, moved or
 * doubled. Source: reliability §3.3.
 */
export const chainLength = 16
const headLength = 4 + chainLength

/** Where a log has come to. */
export interface LogEnd {
  readonly chain: Uint8Array
  /** Number of the next record. */
  readonly next: number
}

/** The beginning of a log that continues the thing with this SHA-256, in hex. */
export const logStart = (sha256: string): LogEnd => ({ chain: Buffer.from(sha256, 'hex').subarray(0, chainLength), next: 0 })

function chainAfter({ chain, next }: LogEnd, payload: Uint8Array): Uint8Array {
  const number = Buffer.alloc(8)
  number.writeBigUInt64LE(BigInt(next))
  // In one call: a log has thousands of small records, and a hash object costs more than hashing them.
  return hash('sha256', Buffer.concat([chain, number, payload]), 'buffer').subarray(0, chainLength)
}

/** The records as they are appended, and the end of the log after them. */
export function encodeRecords(end: LogEnd, payloads: readonly Uint8Array[]): { readonly bytes: Uint8Array; readonly end: LogEnd } {
  const parts: Uint8Array[] = []
  let last = end
  for (const payload of payloads) {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(payload.byteLength)
    last = { chain: chainAfter(last, payload), next: last.next + 1 }
    parts.push(length, last.chain, payload)
  }
  return { bytes: Buffer.concat(parts), end: last }
}

/** What could be read of a log. */
export interface DecodedLog {
  readonly payloads: readonly Uint8Array[]
  readonly end: LogEnd
  /** Bytes up to the end of the last good record. */
  readonly length: number
  /** What follows it: nothing, the part of a record a crash leaves, or a whole record that is not what was written. */
  readonly tail: 'clean' | 'torn' | 'damaged'
}

/** Reads records up to the first that does not hold; those before it are exactly what was appended. */
export function decodeRecords(bytes: Uint8Array, start: LogEnd): DecodedLog {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const payloads: Uint8Array[] = []
  let end = start
  let at = 0
  while (at < log.byteLength) {
    const whole = at + headLength <= log.byteLength ? at + headLength + log.readUInt32LE(at) : Number.POSITIVE_INFINITY
    // Zeros are what a power cut makes of a length that reached the disk before its content.
    const isTorn = whole > log.byteLength || log.subarray(at).every(byte => byte === 0)
    if (isTorn) return { payloads, end, length: at, tail: 'torn' }
    const payload = log.subarray(at + headLength, whole)
    const chain = chainAfter(end, payload)
    if (!log.subarray(at + 4, at + headLength).equals(chain)) return { payloads, end, length: at, tail: 'damaged' }
    payloads.push(payload)
    end = { chain, next: end.next + 1 }
    at = whole
  }
  return { payloads, end, length: at, tail: 'clean' }
}
