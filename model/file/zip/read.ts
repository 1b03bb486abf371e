import { Inflate, strFromU8 } from 'fflate'
import { ok, type Result } from '../../base/result.ts'
import { crc32 } from './crc32.ts'
import { type FileRefusal, limits, refusal } from '../format.ts'
import { ENCRYPTED_FLAG, lengths, methods, signatures, UTF8_FLAG } from './format.ts'

/** A part as the directory of a zip describes it; nothing of it has been believed yet. */
export interface ZipEntry {
  readonly name: string
  /** Length unpacked, in bytes. */
  readonly bytes: number
  readonly flags: number
  readonly method: number
  readonly crc: number
  /** Length packed, in bytes. */
  readonly packed: number
  readonly offset: number
}

/** The longest comment a zip may end with, in bytes. */
const LONGEST_COMMENT = 0xffff

/** Bytes given to the inflater at once: as deflate makes at most 1,032 of one, a lie about the length costs at most 68 MB. */
const SLICE = 1 << 16

/** The directory of a zip: names are unique, sizes within limits, nothing lies over anything else. */
export function readDirectory(bytes: Uint8Array): Result<ReadonlyMap<string, ZipEntry>, FileRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return refusal(beginsLikeZip(view) ? 'cut' : 'not-a-container')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count > limits.parts) return refusal('too-large', { what: 'parts', limit: limits.parts })
  if (start + size !== end || view.getUint16(end + 8, true) !== count) return refusal('damaged', { part: '' })
  const entries = new Map<string, ZipEntry>()
  let at = start
  let total = 0
  for (let index = 0; index < count; index++) {
    const entry = at + lengths.central <= end && view.getUint32(at, true) === signatures.central ? entryAt(view, bytes, at) : undefined
    if (entry === undefined) return refusal('damaged', { part: '' })
    if (entries.has(entry.name)) return refusal('damaged', { part: entry.name })
    entries.set(entry.name, entry)
    total += entry.bytes
    at += lengths.central + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (total > limits.bytes) return refusal('too-large', { what: 'bytes', limit: limits.bytes })
  const overlapping = overlap(entries.values(), start)
  return overlapping === undefined ? ok(entries) : refusal('damaged', { part: overlapping })
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - lengths.end; at >= 0 && at >= view.byteLength - lengths.end - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === signatures.end && at + lengths.end + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}

/** Whether as much as there is of the first signature is that of a zip. */
function beginsLikeZip(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint32(0, true) === signatures.local
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry | undefined {
  const nameLength = view.getUint16(at + 28, true)
  const flags = view.getUint16(at + 8, true)
  const name = bytes.subarray(at + lengths.central, at + lengths.central + nameLength)
  if (name.length < nameLength) return undefined
  return {
    name: strFromU8(name, (flags & UTF8_FLAG) === 0),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

/** The name of a part that lies over another one or over the directory: how small files that unpack without end are made. */
function overlap(entries: Iterable<ZipEntry>, directory: number): string | undefined {
  let free = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) return entry.name
    free = entry.offset + lengths.local + entry.packed
    if (free > directory) return entry.name
  }
  return undefined
}

/** The content of a part, if it is what the directory says: name, length and check sum. */
export function unpackPart(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, FileRefusal> {
  const damaged = refusal('damaged', { part: entry.name })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== signatures.local || (entry.flags & ENCRYPTED_FLAG) !== 0) return damaged
  const start = entry.offset + lengths.local + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return damaged
  const content = entry.method === methods.stored ? stored(packed, entry) : inflated(packed, entry)
  return content !== undefined && crc32(content) === entry.crc ? ok(content) : damaged
}

const stored = (packed: Uint8Array, { bytes }: ZipEntry): Uint8Array | undefined => (packed.length === bytes ? packed.slice() : undefined)

/** Undefined when the stream is broken, or longer or shorter than was said. */
function inflated(packed: Uint8Array, { bytes, method }: ZipEntry): Uint8Array | undefined {
  if (method !== methods.deflated) return undefined
  // A stream of this length cannot hold more: memory is not set aside for a lie.
  if (bytes > packed.length * 1032 + 1032) return undefined
  const content = new Uint8Array(bytes)
  let at = 0
  const inflate = new Inflate(chunk => {
    if (at + chunk.length <= bytes) content.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let from = 0; from < packed.length && at <= bytes; from += SLICE)
      inflate.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length)
  } catch {
    // fflate throws at a broken stream; whatever came before it is not the part.
    return undefined
  }
  return at === bytes ? content : undefined
}
