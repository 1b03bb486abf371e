import type { Result } from '#model/base/result.ts'
import type { Delta } from '#model/document/delta.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Wording } from '#model/wording/wording.ts'

/** A file to take in; bytes only, paths stay outside. The name keeps its folder inside the source, with `/`. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an importer is given. */
export interface ImportInput {
  /** The name of the file or folder, without its ending. */
  readonly name: string
  readonly files: readonly SourceFile[]
  /** The document it goes into. */
  readonly state: DocumentState
  readonly wording: Wording
  readonly newId: () => string
  /** Header text to field, given by a person; wins over what is guessed. */
  readonly map: ReadonlyMap<string, string>
  /** Rows that are refused are left out and the rest is taken. */
  readonly partial: boolean
}

/** A row or cell that cannot be taken, and why; text stands in `words/`. */
export interface Refused {
  readonly file: string
  readonly sheet: string
  /** One-based, as a spreadsheet shows it. */
  readonly row: number
  readonly column: string
  readonly code: string
  readonly values: { readonly [name: string]: string | number | readonly string[] }
}

export interface ImportWarning {
  readonly code: string
  readonly values: { readonly [name: string]: string | number | readonly string[] }
}

/** One column of a source and what it was taken for. */
export interface MappedColumn {
  readonly sheet: string
  /** The kind whose field it is. */
  readonly kind: string
  readonly header: string
  /** A field, `@…` for a column that is none, or empty for one that is not taken. */
  readonly field: string
  /** A person said so, now or in an earlier import; else it was guessed. */
  readonly decided: boolean
}

/** What an import read and would do; the delta is applied as one operation, or not at all. */
export interface Imported {
  readonly delta: Delta
  /** In the words of the source: rows, elements, values. */
  readonly read: { readonly [what: string]: number }
  readonly links: number
  readonly refused: readonly Refused[]
  readonly warnings: readonly ImportWarning[]
  readonly mapping: readonly MappedColumn[]
}

export interface ImportRefusal {
  readonly code: string
  readonly values: { readonly [name: string]: string | number | readonly string[] }
}

/** A format others made. */
export interface Importer {
  readonly id: string
  readonly label: string
  /** Whether the source looks like this format; the first that says so reads it. */
  readonly sniff: (input: ImportInput) => boolean
  readonly read: (input: ImportInput) => Result<Imported, ImportRefusal>
}

export const defineImporter = (importer: Importer): Importer => importer
