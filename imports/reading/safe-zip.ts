import { Inflate } from 'fflate'
import { ok, type Result } from '#model/base/result.ts'
import { crc32 } from '#model/file/zip/crc32.ts'
import { foreignZip, type ZipLimits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'
import { readDirectory, type ZipEntry } from './zip/directory.ts'

/** An archive whose directory is checked; nothing is unpacked before it is asked for. */
export interface Archive {
  /** In the order of the directory, folders too. */
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** Length unpacked, as the directory says. */
  readonly lengthOf: (name: string) => number | undefined
  /** The content of a part; damaged when it is not what the directory says. */
  readonly part: (name: string) => Result<Uint8Array, ReadingProblem>
  /**
   * Gives the content piece by piece, so that it never stands in memory whole; a piece is only valid during the call. What was
   * given counts only if the result is good, for the check sum comes last. Ends early, unchecked, when `take` answers false.
   */
  readonly unpack: (name: string, take: (piece: Uint8Array) => boolean) => Result<undefined, ReadingProblem>
}

/** Bytes given to the inflater at once: as deflate makes at most 1,032 of one, a lie about the length costs at most 8.5 MB. */
const SLICE = 1 << 13

/** Bytes of a stored part given at once. */
const STORED_SLICE = 1 << 18

/** Deflate makes at most so many bytes of one. Source: zlib, "Maximum Compression Factor". */
const LARGEST_RATIO = 1032

/** Opens an archive: limits, names, places and both descriptions of each part are checked first. Source: reliability I1, I2. */
export function openArchive(bytes: Uint8Array, most: ZipLimits = foreignZip): Result<Archive, ReadingProblem> {
  const directory = readDirectory(bytes, most)
  if (!directory.ok) return directory
  const entries = directory.value
  const unpack: Archive['unpack'] = (name, take) => {
    const entry = entries.get(name)
    return entry === undefined ? problem('damaged', { part: name }) : unpackPart(bytes, entry, most, take)
  }
  return ok({
    names: [...entries.keys()],
    has: name => entries.has(name),
    lengthOf: name => entries.get(name)?.bytes,
    unpack,
    part(name) {
      const entry = entries.get(name)
      const wrong = entry && tooDense(entry, most)
      if (wrong) return wrong
      const content = new Uint8Array(entry?.bytes ?? 0)
      let at = 0
      const done = unpack(name, piece => {
        content.set(piece, at)
        at += piece.length
        return true
      })
      return done.ok ? ok(content) : done
    },
  })
}

/** Asked when a part is unpacked, not before: blank pictures that nobody reads may be as dense as they like. */
function tooDense({ name, packed, bytes }: ZipEntry, most: ZipLimits): ReturnType<typeof problem> | undefined {
  if (bytes > (packed + 1) * LARGEST_RATIO) return problem('damaged', { part: name })
  return bytes > most.ratioFrom && bytes > packed * most.ratio ? problem('suspicious-ratio', { part: name }) : undefined
}

function unpackPart(
  archive: Uint8Array,
  entry: ZipEntry,
  most: ZipLimits,
  take: (piece: Uint8Array) => boolean,
): Result<undefined, ReadingProblem> {
  const wrong = tooDense(entry, most)
  if (wrong) return wrong
  const packed = archive.subarray(entry.start, entry.start + entry.packed)
  let sum = 0
  let length = 0
  let isWanted = true
  const give = (piece: Uint8Array): boolean => {
    length += piece.length
    if (length > entry.bytes || !isWanted) return false
    sum = crc32(piece, sum)
    isWanted = take(piece)
    return isWanted
  }
  const isWhole = entry.method === 0 ? giveStored(packed, give) : giveInflated(packed, give)
  if (!isWanted) return ok(undefined)
  return isWhole && length === entry.bytes && sum === entry.crc ? ok(undefined) : problem('damaged', { part: entry.name })
}

function giveStored(packed: Uint8Array, give: (piece: Uint8Array) => boolean): boolean {
  for (let at = 0; at < packed.length; at += STORED_SLICE) if (!give(packed.subarray(at, at + STORED_SLICE))) return false
  return true
}

/** False when the stream is broken or somebody had enough. */
function giveInflated(packed: Uint8Array, give: (piece: Uint8Array) => boolean): boolean {
  let isGoing = true
  const inflate = new Inflate(piece => {
    if (isGoing && piece.length > 0) isGoing = give(piece)
  })
  try {
    for (let at = 0; at < packed.length && isGoing; at += SLICE) inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length)
    return isGoing
  } catch {
    // fflate throws at a broken stream; whatever came before it is not the part.
    return false
  }
}
