/** A document as the machine gives it. The path stays on the other side. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the bytes, hexadecimal; saving refuses when the file is no longer the one that was read. */
  readonly sha256: string
}

/** What the page may ask of the machine it runs on. */
export interface Host {
  /** The document to work on; undefined when the person chose none. */
  readonly open: () => Promise<OpenedFile | undefined>
}
