import { z } from 'zod'

/** The format this program writes. It rises with every change of kinds or fields (contracts C7.2). */
export const FORMAT = 1

/** The oldest program that may read what this one writes, by the format that program knows. */
export const MIN_READER = 1

/** What a container may hold at most, in bytes unpacked and in parts (contracts C7.3). */
export const limits = { bytes: 2 * 1024 ** 3, parts: 2000 } as const

/** A part as the manifest lists it: how long it is unpacked, and its digest. */
export interface PartEntry {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** The first part of a container: what it is, who may read it, and what must be in it. */
export interface Manifest {
  readonly format: number
  readonly minReader: number
  /** Elements of each kind. */
  readonly counts: { readonly [kind: string]: number }
  readonly parts: readonly PartEntry[]
}

const Count = z.number().int().nonnegative()

/** A newer program may have put more into a manifest; what we do not know is left alone. */
export const ManifestSchema = z.object({
  format: Count.min(1),
  minReader: Count.min(1),
  counts: z.record(z.string(), Count),
  parts: z.array(z.object({ name: z.string().min(1), bytes: Count, sha256: z.string().regex(/^[0-9a-f]{64}$/u) })).max(limits.parts),
})

export const MANIFEST_PART = 'manifest.json'
export const SETTINGS_PART = 'settings.json'

/** Where elements stand on drawings lies apart from what they say: dragging boxes never touches a part with content. */
const placementPart = 'layout/placement.jsonl'

/** The part in which elements of a kind stand. Other parts are kept as they are; `history/`, `layout/` and `attachments/` are for us. */
export const partOf = (kind: string): string => (kind === 'placement' ? placementPart : `elements/${kind}.jsonl`)

/** The kind whose elements stand in a part; undefined for any other part. */
export function kindIn(part: string): string | undefined {
  if (part === placementPart) return 'placement'
  return /^elements\/([A-Za-z0-9]+)\.jsonl$/u.exec(part)?.[1]
}

/** Why a file could not be opened. Text stands in `words/` by code. */
export interface FileRefusal {
  readonly code: FileRefusalCode
  readonly values: { readonly [name: string]: string | number }
}

export type FileRefusalCode =
  /** Not a zip at all. */
  | 'not-a-container'
  /** A container whose end is missing: half copied, half written. */
  | 'cut'
  /** A zip that others made. */
  | 'foreign'
  /** `part` is missing, changed or cannot be unpacked. */
  | 'damaged'
  /** Made by a newer program: `format`, and `minReader` that we do not meet. */
  | 'newer'
  /** `part`, `line`, `element` and `field` with its path. */
  | 'unknown-field'
  /** `part` and `kind`. */
  | 'unknown-kind'
  /** `part`, `line`, `element`, `field` and `problem`. */
  | 'value-invalid'
  /** `breach`, `element`, `detail`, and `count` of all breaches. */
  | 'not-whole'
  /** `what` (bytes, parts, line) is over its `limit`. */
  | 'too-large'

export const refusal = (
  code: FileRefusalCode,
  values: FileRefusal['values'] = {},
): { readonly ok: false; readonly error: FileRefusal } => ({ ok: false, error: { code, values } })
