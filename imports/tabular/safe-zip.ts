import { ok, type Result } from '#model/base/result.ts'
import { readDirectory, unpackPart, type ZipEntry } from '#model/file/zip-read.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'

/** Somebody else's archive: its directory is checked, nothing is unpacked yet. */
export interface Archive {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** The content of a part; damaged when it is not what the directory says. */
  readonly part: (name: string) => Result<Uint8Array, ReadingProblem>
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** Whether a name stays inside the archive on every system. Entries are never written to a path made from it all the same. */
export function isSafeName(name: string): boolean {
  if (name === '' || new TextEncoder().encode(name).length > limits.name) return false
  if (/[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069\\:]/u.test(name) || name.startsWith('/')) return false
  return name
    .split('/')
    .every((part, index, parts) => (part !== '' || index === parts.length - 1) && part !== '..' && part !== '.' && !reserved.test(part))
}

/** Opens an archive that others made: limits, ratio and names are checked before a byte is unpacked. Source: reliability I1, I2. */
export function openArchive(bytes: Uint8Array): Result<Archive, ReadingProblem> {
  if (bytes.length > limits.file) return problem('too-large', { bytes: bytes.length, most: limits.file })
  const directory = readDirectory(bytes)
  if (!directory.ok)
    return directory.error.code === 'too-large' ? problem('too-many-parts', { most: limits.parts }) : problem('damaged', { part: '' })
  const seen = new Set<string>()
  let total = 0
  for (const entry of directory.value.values()) {
    const wrong = wrongWith(entry, seen)
    if (wrong) return wrong
    total += entry.bytes
  }
  if (total > limits.all) return problem('too-large', { bytes: total, most: limits.all })
  return ok({
    names: [...directory.value.keys()],
    has: name => directory.value.has(name),
    part(name) {
      const entry = directory.value.get(name)
      if (entry === undefined) return problem('damaged', { part: name })
      const content = unpackPart(bytes, entry)
      return content.ok ? content : problem('damaged', { part: name })
    },
  })
}

const ENCRYPTED = 0x0001

function wrongWith(entry: ZipEntry, seen: Set<string>): { readonly ok: false; readonly error: ReadingProblem } | undefined {
  const key = entry.name.normalize('NFC').toLowerCase()
  if (!isSafeName(entry.name) || seen.has(key)) return problem('bad-entry-name', { part: entry.name })
  seen.add(key)
  if ((entry.flags & ENCRYPTED) !== 0) return problem('encrypted', {})
  if (entry.method !== 0 && entry.method !== 8) return problem('damaged', { part: entry.name })
  if (entry.bytes > limits.part) return problem('too-large', { part: entry.name, bytes: entry.bytes, most: limits.part })
  if (entry.bytes > limits.ratioFrom && entry.bytes > entry.packed * limits.ratio) return problem('suspicious-ratio', { part: entry.name })
  return undefined
}
