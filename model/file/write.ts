import { type Digest, sha256 } from '../base/hash.ts'
import { codeUnitCompare } from '../base/text.ts'
import { emptySnapshot, type Snapshot } from '../document/snapshot.ts'
import type { Element } from '../schema/element.ts'
import { type CanonicalWriter, openCanonicalWriter } from './canonical-bytes.ts'
import { FORMAT, MANIFEST_PART, MIN_READER, type PartEntry, partOf, SETTINGS_PART } from './format.ts'
import { type PackedPart, packPart, writeZip } from './zip/write.ts'

/** Parts that this program does not understand and carries along, by name. */
export type KeptParts = ReadonlyMap<string, Uint8Array>

const noParts: KeptParts = new Map()

/** A part with what the manifest says of it. */
interface Sealed {
  readonly entry: PartEntry
  readonly packed: PackedPart
}

/** The document as bytes: equal models and equal kept parts are equal bytes, wherever and whenever they are written. */
export function writeDocument(snapshot: Snapshot, kept: KeptParts = noParts, digest: Digest = sha256): Uint8Array {
  return openDocumentWriter(digest)(snapshot, kept)
}

/**
 * A writer for one document that is saved again and again. Parts of kinds in which nothing changed since the last time are
 * written as they were; the bytes are those of `writeDocument` all the same.
 */
export function openDocumentWriter(digest: Digest = sha256): (snapshot: Snapshot, kept?: KeptParts) => Uint8Array {
  const json = openCanonicalWriter()
  const known = new Map<string, Sealed>()
  let keptBefore = new Map<string, readonly [content: Uint8Array, part: Sealed]>()
  let previous = emptySnapshot

  const sealed = (name: string, content: Uint8Array): Sealed => ({
    entry: { name, bytes: content.length, sha256: digest(content) },
    packed: packPart(name, content),
  })
  return (snapshot, kept = noParts) => {
    const changed = changedKinds(previous, snapshot)
    const kinds = groupedByKind(snapshot, changed)
    for (const kind of changed) {
      const elements = kinds.get(kind)
      if (kind === 'document') known.set(SETTINGS_PART, sealed(SETTINGS_PART, settingsOf(elements, json)))
      if (elements === undefined) known.delete(partOf(kind))
      else known.set(partOf(kind), sealed(partOf(kind), linesOf(kind, elements, json)))
    }
    if (!known.has(SETTINGS_PART)) known.set(SETTINGS_PART, sealed(SETTINGS_PART, settingsOf(undefined, json)))
    previous = snapshot
    const carried = [...kept].sort(([a], [b]) => codeUnitCompare(a, b))
    const parts = [...known.values()].sort((a, b) => codeUnitCompare(a.entry.name, b.entry.name))
    const keptNow = new Map(
      carried.map(([name, content]) => {
        const before = keptBefore.get(name)
        return [name, [content, before?.[0] === content ? before[1] : sealed(name, content)] as const] as const
      }),
    )
    keptBefore = keptNow
    for (const [, part] of keptNow.values()) parts.push(part)
    json.line({ format: FORMAT, minReader: MIN_READER, counts: countsOf(snapshot), parts: parts.map(part => part.entry) })
    return writeZip([packPart(MANIFEST_PART, json.take()), ...parts.map(part => part.packed)])
  }
}

/** Kinds whose parts differ between two snapshots. Time grows with what differs when one came from the other. */
function changedKinds(before: Snapshot, after: Snapshot): Set<string> {
  const kinds = new Set<string>()
  before.visitDifferences(after, (_id, old, now) => {
    if (old !== undefined) kinds.add(old.kind)
    if (now !== undefined) kinds.add(now.kind)
  })
  return kinds
}

function groupedByKind(snapshot: Snapshot, kinds: ReadonlySet<string>): Map<string, Element[]> {
  const groups = new Map<string, Element[]>()
  if (kinds.size === 0) return groups
  for (const element of snapshot.values()) {
    if (!kinds.has(element.kind)) continue
    const group = groups.get(element.kind)
    if (group) group.push(element)
    else groups.set(element.kind, [element])
  }
  return groups
}

function countsOf(snapshot: Snapshot): { [kind: string]: number } {
  const counts: { [kind: string]: number } = {}
  for (const { kind } of snapshot.values()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** One line per element, in id order. The settings of the document stand in a part of their own. */
function linesOf(kind: string, elements: readonly Element[], json: CanonicalWriter): Uint8Array {
  const sorted = elements.toSorted((a, b) => codeUnitCompare(a.id, b.id))
  for (const element of sorted) json.line(kind === 'document' ? { ...element, settings: undefined } : element)
  return json.take()
}

function settingsOf(documents: readonly Element[] | undefined, json: CanonicalWriter): Uint8Array {
  json.line(documents?.[0]?.['settings'] ?? {})
  return json.take()
}
