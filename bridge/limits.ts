const mebibyte = 1024 ** 2

/** How much crosses between interface and machine at once, in bytes unless the name says otherwise. Source: reliability §2.8, §2.9. */
export const limits = {
  /** A document, an export, one imported file. */
  document: 64 * mebibyte,
  /** All files of one import. */
  imported: 64 * mebibyte,
  /** All records of one `journal:append`; a snapshot counts as a document. */
  records: mebibyte,
  recordCount: 1_000,
  /** Everything of a message but its bytes. */
  head: 2 * mebibyte,
  /** A whole message from the interface. */
  message: 80 * mebibyte,
  nameCharacters: 255,
  importCount: 200,
  recentCount: 30,
  chooserCount: 2_000,
  /** How long the interface may take over `app:willClose`, in milliseconds. */
  closing: 3_000,
} as const
