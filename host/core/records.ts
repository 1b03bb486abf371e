import { createHash } from 'node:crypto'

/** Length, 16 bytes of chain hash, payload. Source: reliability §3.3. */
const HEAD = 20

const LARGEST = 256 * 1024 * 1024

export interface Chained {
  readonly payload: Uint8Array
  readonly chain: Uint8Array
}

/** The chain hash of a record: it hangs on the one before and on its place, so no record can be moved, cut out or replayed elsewhere. */
export function chainOf(previous: Uint8Array, sequence: number, payload: Uint8Array): Uint8Array {
  const place = new Uint8Array(8)
  new DataView(place.buffer).setFloat64(0, sequence)
  return new Uint8Array(createHash('sha256').update(previous).update(place).update(payload).digest().subarray(0, 16))
}

/** The first link of a chain, from what the log belongs to. */
export const firstLink = (seed: string): Uint8Array => new Uint8Array(createHash('sha256').update(seed).digest().subarray(0, 16))

export function encodeRecord(
  previous: Uint8Array,
  sequence: number,
  payload: Uint8Array,
): { readonly bytes: Uint8Array; readonly chain: Uint8Array } {
  const chain = chainOf(previous, sequence, payload)
  const bytes = new Uint8Array(HEAD + payload.length)
  new DataView(bytes.buffer).setUint32(0, payload.length)
  bytes.set(chain, 4)
  bytes.set(payload, HEAD)
  return { bytes, chain }
}

/** Records up to the first that is torn or does not hang on its predecessor; what a crash left behind them is not read. */
export function decodeRecords(
  bytes: Uint8Array,
  seed: string,
): { readonly records: readonly Chained[]; readonly used: number; readonly chain: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: Chained[] = []
  let chain = firstLink(seed)
  let at = 0
  while (at + HEAD <= bytes.length) {
    const length = view.getUint32(at)
    if (length > LARGEST || at + HEAD + length > bytes.length) break
    const payload = bytes.subarray(at + HEAD, at + HEAD + length)
    const expected = chainOf(chain, records.length, payload)
    if (!expected.every((byte, index) => bytes[at + 4 + index] === byte)) break
    records.push({ payload, chain: expected })
    chain = expected
    at += HEAD + length
  }
  return { records, used: at, chain }
}
