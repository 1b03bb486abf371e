import type { View } from '#model/method/define-fact.ts'
import type { Wording } from '#model/wording/wording.ts'
import type { ElementId } from '#model/schema/element.ts'

/** A file an exporter made; the path is relative, with `/`. */
export interface Artifact {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Something a format could not carry; said, never silent. */
export interface Loss {
  readonly code: LossCode
  readonly element: ElementId
  readonly field: string
  /** What was written instead. */
  readonly became?: string
}

/** What happened to it; each has a sentence in `words`. */
export type LossCode =
  | 'text-cut'
  | 'field-not-carried'
  | 'name-made'
  | 'name-changed'
  | 'type-unknown'
  | 'length-unusable'
  | 'codes-unknown'
  | 'codes-untyped'
  | 'key-unknown'
  | 'untraced'
  | 'basis-unknown'
  | 'request-unknown'
  | 'path-proposed'
  | 'no-interface'
  | 'no-fields'
  | 'resource-unknown'

/** What every exporter is given: the document with its facts, what values mean in it, and the day printed on it. */
export interface ExportInput {
  readonly view: View
  readonly wording: Wording
  /** `YYYY-MM-DD`; comes in as a value because the same document gives the same bytes. */
  readonly today: string
}

export interface Exported {
  readonly files: readonly Artifact[]
  readonly losses: readonly Loss[]
}

/** A format we write. */
export interface Exporter {
  readonly id: string
  /** What the user calls it. */
  readonly label: string
  readonly extension: string
  readonly write: (input: ExportInput) => Promise<Exported>
}

export const defineExporter = (exporter: Exporter): Exporter => exporter
