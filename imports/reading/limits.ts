const KiB = 1024
const MiB = 1024 * KiB

/** What an archive may be at most; sizes in bytes. */
export interface ZipLimits {
  /** The archive as it lies on disk. */
  readonly archive: number
  readonly parts: number
  /** One part unpacked. */
  readonly part: number
  /** All parts unpacked. */
  readonly all: number
  /** Unpacked to packed; parts below `ratioFrom` bytes are exempt, for they cost little however dense they are. */
  readonly ratio: number
  readonly ratioFrom: number
  /** The name of a part, as UTF-8. */
  readonly name: number
}

/** What an XML part may be at most. */
export interface XmlLimits {
  readonly depth: number
  /** Attributes of one element. */
  readonly attributes: number
  /** One attribute, in UTF-16 units. */
  readonly attribute: number
  /** One text, comment or tag, in UTF-16 units. */
  readonly text: number
  readonly elements: number
}

/** What foreign input may be at most. Source: reliability §4 as corrected by contracts C7.3. */
export const limits = {
  /** A file as it lies on disk, in bytes. */
  file: 64 * MiB,
  /** A text before it is decoded, in bytes: far below what a decoder answers with an empty string. */
  text: 128 * MiB,
  /** Used rows of one sheet. */
  rows: 200_000,
  /** Used cells of one workbook. */
  cells: 4_000_000,
  sheets: 256,
  merges: 100_000,
  /** The highest counts a spreadsheet has room for. Source: ECMA-376 part 1, 18.3.1.73 and 18.3.1.4. */
  lastRow: 1_048_575,
  lastColumn: 16_383,
} as const

/** For workbooks and archives that others made. */
export const foreignZip: ZipLimits = {
  archive: limits.file,
  parts: 2000,
  part: 256 * MiB,
  all: 512 * MiB,
  ratio: 200,
  ratioFrom: 10 * MiB,
  name: 240,
}

/** For our own container, whose parts have been counted and hashed by its manifest. Source: contracts C7.3. */
export const ownZip: ZipLimits = {
  archive: 2048 * MiB,
  parts: 65_535,
  part: 1024 * MiB,
  all: 4096 * MiB,
  ratio: 1032,
  ratioFrom: MiB,
  name: 240,
}

/** For any XML that others made. */
export const foreignXml: XmlLimits = { depth: 256, attributes: 128, attribute: 64 * KiB, text: MiB, elements: 2_000_000 }

/**
 * For sheets and their strings, which hold up to `limits.cells` cells of a few elements each, and many more that are empty;
 * the ranges of one conditional format may be many thousand.
 */
export const sheetXml: XmlLimits = { ...foreignXml, attribute: MiB, elements: 40_000_000 }
