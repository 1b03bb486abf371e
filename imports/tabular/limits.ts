const MiB = 1024 * 1024

/** What foreign input may be at most. Source: reliability §4 as corrected by contracts C7.3. */
export const limits = {
  /** A file as it lies on disk, in bytes. */
  file: 64 * MiB,
  /** A text before it is decoded, in bytes: far below what a decoder answers with an empty string. */
  text: 128 * MiB,
  parts: 2000,
  /** One part unpacked, in bytes. */
  part: 256 * MiB,
  /** All parts unpacked, in bytes. */
  all: 512 * MiB,
  /** Unpacked to packed; parts below `ratioFrom` bytes are exempt. */
  ratio: 1000,
  ratioFrom: 10 * MiB,
  name: 240,
  rows: 200_000,
  cells: 4_000_000,
  sheets: 256,
  cellText: 32_767,
  xmlDepth: 256,
  xmlAttributes: 128,
  xmlText: 8 * MiB,
} as const
