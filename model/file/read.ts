import { strFromU8 } from 'fflate'
import { type Digest, sha256 } from '../base/hash.ts'
import { ok, type Result } from '../base/result.ts'
import { breachesOf } from '../derive/index.ts'
import { type Snapshot, snapshotOf } from '../document/snapshot.ts'
import { kindOf } from '../kinds/index.ts'
import type { Element } from '../schema/element.ts'
import { refusalOf, understood } from './checked-elements.ts'
import { type Container, parseJson, readContainer } from './container.ts'
import { type FileRefusal, kindIn, type Manifest, partOf, refusal, SETTINGS_PART } from './format.ts'
import { formatAfter, type Migration, migrate, migrations } from './migrations/index.ts'
import { type RawElement, readLines } from './raw-elements.ts'
import type { KeptParts } from './write.ts'

/** A document as it was found in a file. */
export interface OpenedDocument {
  readonly snapshot: Snapshot
  readonly manifest: Manifest
  /** Parts that we do not understand, to be handed to the writer again. */
  readonly kept: KeptParts
  /** Made by a newer program: what we do not know was left out, so that saving would lose it. */
  readonly readOnly: boolean
  /** Set when the file was of an older format; `steps` are the migrations taken. */
  readonly upgraded: { readonly from: number; readonly steps: readonly string[] } | undefined
}

export interface ReadOptions {
  readonly digest?: Digest
  readonly migrations?: readonly Migration[]
}

/** Opens a document, whole or not at all. */
export function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Result<OpenedDocument, FileRefusal> {
  const steps = options.migrations ?? migrations
  const format = formatAfter(steps)
  const container = readContainer(bytes, format, options.digest ?? sha256)
  if (!container.ok) return container
  const { manifest, parts } = container.value
  const readOnly = manifest.format > format
  const raw = rawElements(container.value, readOnly)
  if (!raw.ok) return raw
  const migrated = migrate(raw.value, manifest.format, steps)
  const elements = readOnly ? understood(migrated.elements) : ok(migrated.elements as readonly Element[])
  if (!elements.ok) return elements
  const snapshot = wholeSnapshot(elements.value)
  if (!snapshot.ok) return snapshot
  const upgraded = manifest.format < format ? { from: manifest.format, steps: migrated.taken } : undefined
  return ok({ snapshot: snapshot.value, manifest, kept: keptOf(parts), readOnly, upgraded })
}

const keptOf = (parts: Container['parts']): KeptParts =>
  new Map([...parts].filter(([name]) => name !== SETTINGS_PART && kindIn(name) === undefined))

/** The elements of all parts. Kinds we do not know are passed over in a newer file and refused in any other. */
function rawElements({ manifest, parts }: Container, newer: boolean): Result<RawElement[], FileRefusal> {
  const elements: RawElement[] = []
  for (const [part, content] of parts) {
    const kind = kindIn(part)
    if (kind === undefined) continue
    const read = readLines(part, kind, content)
    if (!read.ok) return read
    if (read.value.length !== (manifest.counts[kind] ?? 0)) return refusal('damaged', { part })
    for (const element of read.value) elements.push(element)
  }
  for (const [kind, count] of Object.entries(manifest.counts))
    if (count > 0 && !parts.has(partOf(kind))) return refusal('damaged', { part: partOf(kind) })
  return withSettings(elements, parts.get(SETTINGS_PART), newer)
}

/** Puts the settings back into the document element. */
function withSettings(elements: RawElement[], content: Uint8Array | undefined, newer: boolean): Result<RawElement[], FileRefusal> {
  if (content === undefined) return refusal('damaged', { part: SETTINGS_PART })
  const settings = parseJson(strFromU8(content))
  if (typeof settings !== 'object' || settings === null) return refusal('damaged', { part: SETTINGS_PART })
  if (Object.keys(settings).length === 0) return ok(elements)
  const at = elements.findIndex(element => element.kind === 'document')
  const document = elements[at]
  if (document === undefined) return newer ? ok(elements) : refusal('damaged', { part: SETTINGS_PART })
  elements[at] = { ...document, settings }
  return ok(elements)
}

function wholeSnapshot(elements: readonly Element[]): Result<Snapshot, FileRefusal> {
  for (const element of elements) {
    if (kindOf(element.kind) === undefined) return refusal('unknown-kind', { part: partOf(element.kind), kind: element.kind })
    if (Object.hasOwn(element, '__proto__'))
      return refusalOf(element, lineOf(element, elements)) ?? refusal('damaged', { part: partOf(element.kind) })
    Object.freeze(element)
  }
  const snapshot = snapshotOf(elements)
  if (snapshot.size !== elements.length)
    return refusal('not-whole', { breach: 'id-twice', element: idTwice(elements), detail: '', count: elements.length - snapshot.size })
  const breaches = breachesOf(snapshot)
  const first = breaches.find(breach => breach.code === 'schema') ?? breaches[0]
  if (first === undefined) return ok(snapshot)
  const element = snapshot.get(first.element)
  const refused = first.code === 'schema' && element !== undefined ? refusalOf(element, lineOf(element, elements)) : undefined
  return refused ?? refusal('not-whole', { breach: first.code, element: first.element, detail: first.detail, count: breaches.length })
}

/** The line of an element in its part, from 1; as migrations may have moved elements, right only in a file of today's format. */
const lineOf = (element: Element, elements: readonly Element[]): number =>
  elements.filter(other => other.kind === element.kind).indexOf(element) + 1

function idTwice(elements: readonly Element[]): string {
  const seen = new Set<string>()
  for (const { id } of elements) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return ''
}
