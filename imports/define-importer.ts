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
  /** Elements whose rows are gone from a checklist are removed. */
  readonly removals: boolean
  /** Where sheet and document differ, the sheet is right. */
  readonly takeSheet: boolean
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

/** Where something stands in a workbook that came back. */
export interface SheetPlace {
  readonly file: string
  readonly sheet: string
  /** One-based; 0 for an element that has no row. */
  readonly row: number
  /** The title of the column; empty where the whole row is meant. */
  readonly column: string
}

/** What a workbook does to an element, and where it says so. Texts are as in cells. */
export interface SheetChange extends SheetPlace {
  readonly sort: 'added' | 'changed' | 'gone'
  readonly element: string
  readonly kind: string
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What the workbook says differently from the document; the document stays unless a person takes the sheet. */
export interface SheetConflict extends SheetPlace {
  /** Both changed it; they differ and nobody knows who changed it; one removed what the other changed; two files disagree. */
  readonly code: 'both-changed' | 'differs' | 'removed-in-document' | 'changed-in-document' | 'owns-others' | 'files-disagree'
  readonly element: string
  readonly kind: string
  readonly name: string
  readonly exported: string
  readonly inSheet: string
  readonly inDocument: string
}

/** A workbook of ours compared with what went out and with the document. */
export interface Compared {
  /** Rows that say what the document says. */
  readonly unchanged: number
  readonly sheets: readonly { readonly file: string; readonly sheet: string; readonly rows: number; readonly unchanged: number }[]
  readonly changes: readonly SheetChange[]
  readonly conflicts: readonly SheetConflict[]
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
  /** Of workbooks of ours that came back. */
  readonly compared?: Compared
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
