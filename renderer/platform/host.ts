import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'

/** A document to be saved. */
export interface Content {
  /** What the document calls itself; names the folder of its backups. */
  readonly docId: string
  readonly bytes: Uint8Array
  /** How many elements there were and are: far fewer is a question, not a save. */
  readonly elements: { readonly before: number; readonly after: number }
}

/** A document as the machine gives it. The path stays on the other side. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The file cannot be written, or somebody else has it open. */
  readonly readOnly: boolean
  /** Refuses when the file is no longer what was read or last saved. Absent where there is no file behind. */
  readonly save?: (content: Content) => Promise<Result<undefined, Problem>>
}

/** What happened when a file was to be opened. */
export type Opened = { readonly name: string } & Result<OpenedFile, Problem>

/** The machine the page runs on. */
export interface Host {
  /** Called for each file that a person opens. Gives the way to stop listening. */
  readonly watch: (listener: (opened: Opened) => void) => () => void
}
