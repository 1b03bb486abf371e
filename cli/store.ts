import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#model/base/result.ts'

/** One transaction that the user's data folder keeps: enough to replay or to take back. */
export interface Kept {
  readonly operation: string
  readonly payload: string
}

/** A file of a new folder; its path is relative, with `/`. */
export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A transaction to be done again, with the one it takes back. */
export type Unfinished = Kept & Pick<SaveStep, 'undoes'>

export interface SaveStep {
  readonly path: string
  readonly bytes: Uint8Array
  /** Hash of the file it starts from; null for a new file. */
  readonly expected: string | null
  readonly document: string
  readonly operation: string
  /** The delta, encoded. */
  readonly payload: string
  /** The transaction it takes back. */
  readonly undoes: string | undefined
  readonly elements: { readonly before: number; readonly after: number }
  readonly mayShrink: boolean
}

/** Something that happened, without any content of a document. */
export interface Recorded {
  readonly event: 'open' | 'save' | 'import' | 'export' | 'recover' | 'refused'
  /** Id of the document. */
  readonly object: string
  /** `ok` or the code of the problem. */
  readonly result: string
}

/** What the command line asks of the machine: files, transactions, backups. Everything that can go wrong is a value. */
export interface Store {
  readonly read: (path: string) => Promise<Result<{ readonly bytes: Uint8Array; readonly sha256: string }, Problem>>
  /** A transaction that a crash left unsaved, if the file is still where it started. It is kept until a save has overtaken it. */
  readonly unfinished: (document: string, path: string, sha256: string) => Promise<Result<Unfinished | undefined, Problem>>
  /** Journals, saves, closes the transaction. Source: contracts C5.2. */
  readonly save: (step: SaveStep) => Promise<Result<{ readonly sha256: string; readonly durable: boolean }, Problem>>
  /** The last transaction, if it led to this file. */
  readonly last: (document: string, path: string, sha256: string) => Promise<Result<Kept & { readonly id: string }, Problem>>
  readonly backups: (
    document: string,
  ) => Promise<Result<readonly { readonly name: string; readonly at: number; readonly bytes: number }[], Problem>>
  readonly backup: (document: string, name: string) => Promise<Result<Uint8Array, Problem>>
  /** Writes a file that is no document: an export, a recovered backup. Never over an existing one unless asked. */
  readonly writeNew: (path: string, bytes: Uint8Array, mayReplace: boolean) => Promise<Result<undefined, Problem>>
  /** Writes files as a new folder, wholly or not at all; never into one that holds something. */
  readonly writeNewFolder: (path: string, files: readonly NewFile[], signal: AbortSignal) => Promise<Result<undefined, Problem>>
  /** The files of a source: itself, or everything below a folder. */
  readonly source: (path: string) => Promise<Result<readonly { readonly name: string; readonly bytes: Uint8Array }[], Problem>>
  /** Appends a line to the audit log. */
  readonly record: (event: Recorded) => Promise<Result<void, Problem>>
  readonly sha256: (bytes: Uint8Array) => string
}
