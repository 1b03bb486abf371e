import { ok, type Result } from '#model/base/result.ts'
import type { Encoding } from './decode.ts'
import { readDelimited } from './delimited.ts'
import { limits } from './limits.ts'
import { readOds } from './ods/read.ts'
import { problem, type ReadingProblem } from './problems.ts'
import { type Archive, openArchive } from './safe-zip.ts'
import { readBinary } from './sheetjs/read.ts'
import { counted, type Format, type Workbook } from './workbook.ts'
import { readXlsx } from './xlsx/read.ts'

export interface TableOptions {
  /** Of csv and tsv, where a person knows better than the bytes tell. */
  readonly encoding?: Encoding
}

const known = new WeakMap<Uint8Array, { readonly name: string; readonly result: Result<Workbook, ReadingProblem> }>()

/**
 * Reads a table whatever its ending says: the first bytes decide, and a warning says where the ending was wrong. The same bytes
 * are read once, for who asks whether a file is theirs reads it first.
 */
export function readTable(name: string, bytes: Uint8Array, options: TableOptions = {}): Result<Workbook, ReadingProblem> {
  const before = known.get(bytes)
  if (before?.name === name && options.encoding === undefined) return before.result
  const result = withEnding(name, readFresh(name, bytes, options))
  if (options.encoding === undefined) known.set(bytes, { name, result })
  return result
}

function readFresh(name: string, bytes: Uint8Array, { encoding }: TableOptions): Result<Workbook, ReadingProblem> {
  if (bytes.length === 0) return problem('empty', {})
  if (bytes.length > limits.file) return problem('too-large', { bytes: bytes.length, most: limits.file })
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readZipped(bytes)
  if (beginsWith(bytes, compound)) return readCompound(bytes)
  if (isBareWorkbook(bytes)) return readBinary(bytes, 'xls')
  if (isForeign(name, bytes)) return problem('not-a-table', {})
  const table = readDelimited(name, bytes, encoding)
  // No text at all behind the ending of a workbook: what is left of one, or another program's file.
  const isRemains = !table.ok && table.error.code === 'unknown-encoding' && endings.has(endingOf(name))
  return isRemains ? problem('damaged', { part: '' }) : table
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Workbooks of the years before containers begin with a BOF record of their version, of at most 16 bytes. Source: MS-XLS 2.4.21. */
const isBareWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0 && (bytes[2] ?? 0) >= 4 && (bytes[2] ?? 0) <= 16

const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x50, 0x4b, 0x05, 0x06], // an archive without parts
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
]

/** Markup: web pages saved under the ending of a workbook, and workbooks written as one XML file. */
const markup = /^\s*<(?:!doctype|!--|\?xml|html|head|body|meta|style|table|div|workbook)[\s>-]/iu

function isForeign(name: string, bytes: Uint8Array): boolean {
  if (/\.(?:pdf|png|jpe?g|gif|docx?|pptx?|wps|ofd|html?|mht|xml|json|zip|rar|7z)$/iu.test(name)) return true
  if (signatures.some(signature => beginsWith(bytes, signature))) return true
  const head = String.fromCharCode(...bytes.subarray(0, 400).filter(byte => byte !== 0))
  return markup.test(head.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u, ''))
}

/** A compound file is an xls, an encrypted workbook, or another program's document. */
function readCompound(bytes: Uint8Array): Result<Workbook, ReadingProblem> {
  if (holds(bytes, 'EncryptedPackage') || holds(bytes, 'EncryptionInfo')) return problem('encrypted', {})
  if (!['Workbook', 'Book', 'WorkBook', 'WORKBOOK', 'BOOK'].some(stream => holds(bytes, stream))) return problem('not-a-table', {})
  const book = readBinary(bytes, 'xls')
  if (!book.ok) return book
  const macros = counted('macros-ignored', holds(bytes, '_VBA_PROJECT_CUR') ? 1 : 0)
  return ok({ ...book.value, warnings: [...book.value.warnings, ...macros] })
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
  if (names.some(name => /(?:^|\/)workbook\.bin$/iu.test(name))) return checkedWhole(archive.value) ?? readBinary(bytes, 'xlsb')
  const isOpenDocument = archive.value.has('content.xml') && !names.some(name => /workbook\.xml$/iu.test(name))
  return isOpenDocument ? readOds(archive.value) : readXlsx(archive.value)
}

/** Another reader unpacks for itself, so every part is unpacked here first: what lies about itself never reaches it. */
function checkedWhole(archive: Archive): ReturnType<typeof problem> | undefined {
  for (const name of archive.names) {
    const part = archive.unpack(name, () => true)
    if (!part.ok) return problem(part.error.code, part.error.values)
  }
  return undefined
}

/** Endings and the formats they promise. */
const endings: ReadonlyMap<string, readonly Format[]> = new Map<string, readonly Format[]>([
  ['xlsx', ['xlsx', 'xlsm']],
  ['xlsm', ['xlsx', 'xlsm']],
  ['xltx', ['xlsx', 'xlsm']],
  ['xltm', ['xlsx', 'xlsm']],
  ['xls', ['xls']],
  ['xlt', ['xls']],
  ['et', ['xls']],
  ['xlsb', ['xlsb']],
  ['ods', ['ods']],
])

const endingOf = (name: string): string => /\.([^./\\]*)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

function withEnding(name: string, result: Result<Workbook, ReadingProblem>): Result<Workbook, ReadingProblem> {
  const ending = endingOf(name)
  const promised = endings.get(ending)
  if (!result.ok || promised === undefined || promised.includes(result.value.format)) return result
  const { format, warnings } = result.value
  return ok({ ...result.value, warnings: [...warnings, { code: 'ending-misleads', values: { ending, format } }] })
}
