import { strFromU8 } from 'fflate'
import type { Digest } from '../base/hash.ts'
import { ok, type Result } from '../base/result.ts'
import { type FileRefusal, kindIn, MANIFEST_PART, type Manifest, ManifestSchema, refusal, SETTINGS_PART } from './format.ts'
import { readDirectory, unpackPart, type ZipEntry } from './zip/read.ts'

/** A container whose parts are what its manifest says they are. */
export interface Container {
  readonly manifest: Manifest
  /** Every part but the manifest, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/** Reads the manifest and unpacks every part. `format` is the newest one we know. */
export function readContainer(bytes: Uint8Array, format: number, digest: Digest): Result<Container, FileRefusal> {
  const directory = readDirectory(bytes)
  if (!directory.ok) return directory
  const manifest = readManifest(bytes, directory.value.get(MANIFEST_PART))
  if (!manifest.ok) return manifest
  if (manifest.value.minReader > format) return refusal('newer', { format: manifest.value.format, minReader: manifest.value.minReader })
  const listed = new Map(manifest.value.parts.map(part => [part.name, part]))
  for (const name of listed.keys()) if (!directory.value.has(name)) return refusal('damaged', { part: name })
  const parts = new Map<string, Uint8Array>()
  for (const entry of directory.value.values()) {
    if (entry.name === MANIFEST_PART) continue
    const content = unpackPart(bytes, entry)
    if (!content.ok) return content
    const said = listed.get(entry.name)
    // A part that nobody listed was put in by another tool: kept if it is none of ours, never read.
    if (said === undefined ? isOurs(entry.name) : said.bytes !== content.value.length || said.sha256 !== digest(content.value))
      return refusal('damaged', { part: entry.name })
    parts.set(entry.name, content.value)
  }
  return ok({ manifest: manifest.value, parts })
}

const isOurs = (part: string): boolean => part === SETTINGS_PART || kindIn(part) !== undefined

function readManifest(bytes: Uint8Array, entry: ZipEntry | undefined): Result<Manifest, FileRefusal> {
  if (entry === undefined) return refusal('foreign')
  const content = unpackPart(bytes, entry)
  if (!content.ok) return content
  const parsed = ManifestSchema.safeParse(parseJson(strFromU8(content.value)))
  // Others call a part `manifest.json` too: only one with our fields is ours.
  return parsed.success ? ok(parsed.data) : refusal('foreign')
}

/** Undefined for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // `JSON.parse` throws at anything else; the caller refuses it by code.
    return undefined
  }
}
