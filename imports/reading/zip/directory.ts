import { ok, type Result } from '#model/base/result.ts'
import type { ZipLimits } from '../limits.ts'
import { problem, type ReadingProblem } from '../problems.ts'
import { decodeName, isSafeName, nameKey } from './names.ts'

/** A part as the directory of a zip describes it and its own header confirms; its content has not been looked at yet. */
export interface ZipEntry {
  readonly name: string
  readonly method: 0 | 8
  readonly crc: number
  /** Length packed, in bytes. */
  readonly packed: number
  /** Length unpacked, in bytes. */
  readonly bytes: number
  /** Where the part's own header begins. */
  readonly offset: number
  /** Where the packed content begins. */
  readonly start: number
}

/** Source of every number here: PKWARE, APPNOTE.TXT 6.3.10, 4.3. */
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const
const lengths = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const
const flag = { encrypted: 0x0001, sizesFollow: 0x0008, strongEncryption: 0x0040, utf8: 0x0800, maskedHeader: 0x2000 } as const
const LONGEST_COMMENT = 0xffff
const ZIP64_EXTRA = 0x0001
const IN_ZIP64 = 0xffffffff

/** Where the directory lies; the zip64 values where there are some. */
interface Directory {
  readonly start: number
  readonly end: number
  readonly count: number
}

interface Header extends Omit<ZipEntry, 'method' | 'start'> {
  readonly method: number
  readonly flags: number
  readonly rawName: Uint8Array
  /** Where the next header begins. */
  readonly next: number
}

const damaged = (part = '') => problem('damaged', { part })

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * The directory of a zip, by name in its own order. It is refused when it lies over itself, over its parts or when parts lie
 * over each other, when a part's own header says otherwise, and beyond the limits. Source: reliability I1.
 */
export function readDirectory(bytes: Uint8Array, most: ZipLimits): Result<ReadonlyMap<string, ZipEntry>, ReadingProblem> {
  if (bytes.length > most.archive) return problem('too-large', { bytes: bytes.length, most: most.archive })
  const view = viewOf(bytes)
  const directory = findDirectory(view)
  if (directory === undefined) return damaged()
  if (directory.count > most.parts) return problem('too-many-parts', { count: directory.count, most: most.parts })
  const entries = new Map<string, ZipEntry>()
  const keys = new Set<string>()
  let total = 0
  let at = directory.start
  for (let index = 0; index < directory.count; index++) {
    const header = headerAt(bytes, view, at, directory.end)
    if (header === undefined) return damaged()
    const entry = checked(header, bytes, view, most)
    if (!entry.ok) return entry
    const key = nameKey(header.name)
    if (keys.has(key)) return problem('bad-entry-name', { part: header.name })
    keys.add(key)
    entries.set(header.name, entry.value)
    total += header.bytes
    at = header.next
  }
  if (at !== directory.end) return damaged()
  if (total > most.all) return problem('too-large', { bytes: total, most: most.all })
  const overlapping = overlap(entries.values(), directory.start)
  return overlapping === undefined ? ok(entries) : damaged(overlapping)
}

/** The end record stands at the very end but for its own comment; whatever else follows or precedes is a second meaning. */
function findDirectory(view: DataView): Directory | undefined {
  const first = Math.max(0, view.byteLength - lengths.end - LONGEST_COMMENT)
  for (let at = view.byteLength - lengths.end; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === signatures.end && at + lengths.end + view.getUint16(at + 20, true) === view.byteLength
    if (isEnd) return directoryAt(view, at)
  }
  return undefined
}

function directoryAt(view: DataView, at: number): Directory | undefined {
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map(offset => view.getUint16(at + offset, true)) as [number, number, number, number]
  const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
  const is64 = at >= lengths.locator64 && view.getUint32(at - lengths.locator64, true) === signatures.locator64
  if (is64) return directory64(view, at - lengths.locator64)
  return disk === 0 && startDisk === 0 && here === count && start + size === at ? { start, end: at, count } : undefined
}

function directory64(view: DataView, locator: number): Directory | undefined {
  const at = wholeAt(view, locator + 8)
  if (at === undefined || at + lengths.end64 > locator || view.getUint32(at, true) !== signatures.end64) return undefined
  const [rest, here, count, size, start] = [4, 24, 32, 40, 48].map(offset => wholeAt(view, at + offset))
  if (rest === undefined || count === undefined || size === undefined || start === undefined) return undefined
  const isWhole = at + 12 + rest === locator && here === count && start + size === at
  const isOneDisk = view.getUint32(at + 16, true) === 0 && view.getUint32(at + 20, true) === 0
  return isWhole && isOneDisk ? { start, end: at, count } : undefined
}

/** Eight bytes as a number; undefined when it is beyond what counts exactly, and so beyond every file. */
function wholeAt(view: DataView, at: number): number | undefined {
  if (at + 8 > view.byteLength) return undefined
  const value = view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true)
  return Number.isSafeInteger(value) ? value : undefined
}

function headerAt(bytes: Uint8Array, view: DataView, at: number, end: number): Header | undefined {
  if (at + lengths.central > end || view.getUint32(at, true) !== signatures.central) return undefined
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [number, number, number]
  const extraStart = at + lengths.central + nameLength
  const next = extraStart + extraLength + commentLength
  if (next > end || view.getUint16(at + 34, true) !== 0) return undefined
  const rawName = bytes.subarray(at + lengths.central, extraStart)
  const flags = view.getUint16(at + 8, true)
  const name = decodeName(rawName, (flags & flag.utf8) !== 0)
  const sizes = sizesIn(view, at, extraStart, extraStart + extraLength)
  if (name === undefined || sizes === undefined) return undefined
  return { name, rawName, flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), ...sizes, next }
}

interface Sizes {
  readonly bytes: number
  readonly packed: number
  readonly offset: number
}

/** Lengths and place of a part; those that need more than four bytes stand in the zip64 field, in this order. */
function sizesIn(view: DataView, at: number, extraStart: number, extraEnd: number): Sizes | undefined {
  let next = zip64Field(view, extraStart, extraEnd)
  const values: number[] = []
  for (const offset of [24, 20, 42]) {
    const short = view.getUint32(at + offset, true)
    if (short !== IN_ZIP64) {
      values.push(short)
      continue
    }
    const long = next !== undefined && next.at + 8 <= next.end ? wholeAt(view, next.at) : undefined
    if (long === undefined || next === undefined) return undefined
    values.push(long)
    next = { at: next.at + 8, end: next.end }
  }
  const [bytes = 0, packed = 0, offset = 0] = values
  return { bytes, packed, offset }
}

function zip64Field(view: DataView, start: number, end: number): { readonly at: number; readonly end: number } | undefined {
  for (let at = start; at + 4 <= end; ) {
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > end) return undefined
    if (view.getUint16(at, true) === ZIP64_EXTRA) return { at: at + 4, end: at + 4 + length }
    at += 4 + length
  }
  return undefined
}

/** A part within limits whose own header says the same as the directory. */
function checked(header: Header, bytes: Uint8Array, view: DataView, most: ZipLimits): Result<ZipEntry, ReadingProblem> {
  const { name, flags, method, crc, packed, offset } = header
  if ((flags & (flag.encrypted | flag.strongEncryption | flag.maskedHeader)) !== 0) return problem('encrypted', {})
  if (!isSafeName(name, most.name)) return problem('bad-entry-name', { part: name.slice(0, most.name) })
  if (method !== 0 && method !== 8) return damaged(name)
  if (header.bytes > most.part) return problem('too-large', { part: name, bytes: header.bytes, most: most.part })
  if ((method === 0 && packed !== header.bytes) || (name.endsWith('/') && header.bytes > 0)) return damaged(name)
  if (offset + lengths.local > bytes.length || view.getUint32(offset, true) !== signatures.local) return damaged(name)
  const start = offset + lengths.local + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const isTold = start + packed <= bytes.length && agrees(header, bytes, view)
  return isTold ? ok({ name, method, crc, packed, bytes: header.bytes, offset, start }) : damaged(name)
}

/** Other readers go by a part's own header: where it says something else, two programs would see two files. */
function agrees({ rawName, flags, method, crc, packed, bytes: unpacked, offset }: Header, bytes: Uint8Array, view: DataView): boolean {
  const at = offset + lengths.local
  const nameLength = view.getUint16(offset + 26, true)
  const name = bytes.subarray(at, at + nameLength)
  if (name.length !== rawName.length || !name.every((byte, index) => byte === rawName[index])) return false
  const ownFlags = view.getUint16(offset + 6, true)
  if (((ownFlags ^ flags) & flag.encrypted) !== 0 || view.getUint16(offset + 8, true) !== method) return false
  if ((ownFlags & flag.sizesFollow) !== 0) return true
  const own = [14, 18, 22].map(place => view.getUint32(offset + place, true))
  return [crc, packed, unpacked].every((value, index) => own[index] === value || (index > 0 && own[index] === IN_ZIP64))
}

/** The name of a part that lies over another one or over the directory: how small files that unpack without end are made. */
function overlap(entries: Iterable<ZipEntry>, directory: number): string | undefined {
  let free = 0
  for (const { name, offset, start, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < free) return name
    free = start + packed
    if (free > directory) return name
  }
  return undefined
}
