import { createHash } from 'node:crypto'
import { lookUp } from '#model/derive/index.ts'
import type { DocumentState } from '#model/document/lookups.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'
import { invariant } from '#model/base/invariant.ts'
import { buildFacts, type Facts } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { reactions } from '#model/reactions/index.ts'
import type { Element } from '#model/schema/element.ts'
import { breachesAmong } from '#model/derive/index.ts'
import { openSession, type Session } from '#model/session/session.ts'
import { changed } from './changed.ts'
import { elementsOf, type SizeName, sizes } from '#demo/index.ts'

/** A document of one size in the forms the rows need; each is made when first asked for. */
export interface World {
  readonly name: SizeName
  readonly size: number
  readonly elements: () => readonly Element[]
  /** The document as a file. */
  readonly bytes: () => Uint8Array
  readonly state: () => DocumentState
  readonly known: () => Facts
  /** The document with about a thousand changes, as elements. */
  readonly edited: (seed: number) => readonly Element[]
  readonly session: () => Session
}

/** Day of the figures: checks depend on it, so it is always the same. */
export const TODAY = '2026-11-01'

/** The digest of the machine, as the program hands it to the reader and the writer. */
export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function worldOf(name: SizeName): World {
  const size = sizes[name]
  const elements = lazily(() => elementsOf(size))
  const bytes = lazily(() => writeDocument(snapshotOf(elements()), undefined, digest))
  const state = lazily(() => lookUp.start(snapshotOf(elements())))
  return {
    name,
    size,
    elements,
    bytes,
    state,
    known: lazily(() => buildFacts(facts, state())),
    edited: seed => changed(elements(), seed),
    session: () => sessionOf(state().snapshot),
  }
}

/** A session with the reactions of the program; time passes so that each edit is a step of its own. */
function sessionOf(snapshot: Snapshot): Session {
  let clock = 0
  let ids = 0
  return openSession(snapshot, {
    lookUp,
    reactions,
    breachesAmong,
    newId: () => `n${++ids}`,
    now: () => (clock += 1000),
  })
}

/** The elements as a document loaded from a file of its own: nothing is shared with any other. */
export function loaded(elements: Iterable<Element>): Snapshot {
  const opened = readDocument(writeDocument(snapshotOf(elements), undefined, digest), { digest })
  invariant(opened.ok, 'a document that was just written does not open')
  return opened.value.snapshot
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
