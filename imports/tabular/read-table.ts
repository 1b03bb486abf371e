import type { Result } from '#model/base/result.ts'
import { readDelimited } from './delimited.ts'
import { limits } from './limits.ts'
import { readOther } from './other-formats.ts'
import { problem, type ReadingProblem } from './problems.ts'
import { openArchive } from './safe-zip.ts'
import type { Workbook } from './workbook.ts'
import { readXlsx } from './xlsx/read.ts'

const read = new WeakMap<Uint8Array, Result<Workbook, ReadingProblem>>()

/** Reads a table whatever its ending says: the first bytes decide. The same bytes are read once. */
export function readTable(name: string, bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  const known = read.get(bytes)
  if (known) return known
  const result = readFresh(name, bytes)
  read.set(bytes, result)
  return result
}

function readFresh(name: string, bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  if (bytes.length === 0) return problem('empty', {})
  if (bytes.length > limits.file) return problem('too-large', { bytes: bytes.length, most: limits.file })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readZipped(bytes)
  if (beginsWith(bytes, compound)) return readCompound(bytes)
  // Workbooks of the years before containers begin with a BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[2] !== undefined && bytes[2] <= 8)
    return readOther(bytes, 'xls')
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || /\.(?:pdf|png|jpe?g|gif|docx?|pptx?|wps|ofd)$/iu.test(name))
    return problem('not-a-table', {})
  return readDelimited(name, bytes)
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** A compound file is an xls, an encrypted workbook, or another program's document. */
function readCompound(bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  if (holds(bytes, 'EncryptedPackage') || holds(bytes, 'EncryptionInfo')) return problem('encrypted', {})
  if (!['Workbook', 'Book', 'WorkBook', 'WORKBOOK', 'BOOK'].some(stream => holds(bytes, stream))) return problem('not-a-table', {})
  return readOther(bytes, 'xls')
}

/** Whether the directory of a compound file names a stream; names stand there in UTF-16. */
function holds(bytes: Uint8Array, stream: string): boolean {
  const pattern = Array.from(stream).flatMap(char => [char.charCodeAt(0), 0])
  const first = pattern[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0 && at + pattern.length <= bytes.length; at = bytes.indexOf(first, at + 1))
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

function readZipped(bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const { names } = archive.value
  if (names.some(name => /(?:^|\/)workbook\.bin$/iu.test(name))) return checked(archive.value, () => readOther(bytes, 'xlsb'))
  if (names.includes('content.xml') && !names.some(name => /workbook\.xml$/iu.test(name)))
    return checked(archive.value, () => readOther(bytes, 'ods'))
  return readXlsx(archive.value)
}

/** Another reader unpacks for itself, so every part is unpacked here first: what lies about itself never reaches it. */
function checked(archive: Parameters<typeof readXlsx>[0], go: () => Result<Workbook, ReadingProblem>): Result<Workbook, ReadingProblem> {
  for (const name of archive.names) {
    if (name.endsWith('/')) continue
    const part = archive.part(name)
    if (!part.ok) return part
  }
  return go()
}
