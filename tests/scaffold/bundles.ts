import { readFileSync } from 'node:fs'
import { type Choice, type Scaffold, type ScaffoldRefusal, scaffold } from '#exports/scaffold/scaffold.ts'
import type { Result } from '#model/base/result.ts'
import { lookUp } from '#model/derive/index.ts'
import { type Snapshot, snapshotOf } from '#model/document/snapshot.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import type { Element } from '#model/schema/element.ts'
import { wordingOf } from '#model/wording/index.ts'

/** The elements of the worked model. */
export const { elements: sanzi } = JSON.parse(readFileSync(new URL('../../templates/sanzi/template.json', import.meta.url), 'utf8')) as {
  readonly elements: readonly Element[]
}

/** Tries to make the bundle of a document. */
export function attempted(snapshot: Snapshot, choice: Choice = {}): Promise<Result<Scaffold, ScaffoldRefusal>> {
  const state = lookUp.start(snapshot)
  const known = buildFacts(facts, state)
  return scaffold({ view: viewOf(state, known.values, known.totals), wording: wordingOf(state) }, choice)
}

/** The bundle of a document; throws with the refusal where there is none. */
export async function bundled(elements: readonly Element[] | Snapshot, choice: Choice = {}): Promise<Bundle> {
  const made = await attempted(Array.isArray(elements) ? snapshotOf(elements) : (elements as Snapshot), choice)
  if (!made.ok) throw new Error(`refused: ${made.error.code}`)
  return new Bundle(made.value)
}

/** A bundle as a test reads it. */
export class Bundle {
  readonly made: Scaffold
  readonly #files: ReadonlyMap<string, Uint8Array>

  constructor(made: Scaffold) {
    this.made = made
    this.#files = new Map(made.files.map(({ path, bytes }) => [path, bytes]))
  }

  get paths(): string[] {
    return [...this.#files.keys()]
  }

  below(folder: string): string[] {
    return this.paths.filter(path => path.startsWith(`${folder}/`))
  }

  bytes(path: string): Uint8Array {
    const bytes = this.#files.get(path)
    if (bytes === undefined) throw new Error(`no file ${path}`)
    return bytes
  }

  text(path: string): string {
    return new TextDecoder('utf8', { ignoreBOM: true }).decode(this.bytes(path))
  }

  json(path: string): unknown {
    return JSON.parse(this.text(path))
  }

  get listing(): Listing {
    return this.json('bundle.json') as Listing
  }
}

/** Every bundle of a document: one per network where its resources lie in several. */
export async function everyBundle(snapshot: Snapshot): Promise<Bundle[]> {
  const made = await attempted(snapshot)
  if (made.ok) return [new Bundle(made.value)]
  if (made.error.code !== 'zones-mixed') return []
  const zoned = await Promise.all(made.error.zones.map(({ zone }) => attempted(snapshot, { zone })))
  return zoned.map(one => {
    if (!one.ok) throw new Error(`refused: ${one.error.code}`)
    return new Bundle(one.value)
  })
}

interface Trace {
  readonly requirements: readonly string[]
  readonly indicators: readonly string[]
  readonly items: readonly string[]
  readonly bases: readonly string[]
}

export interface Listing {
  readonly files: readonly {
    readonly path: string
    readonly role: string
    readonly sha256: string
    readonly elements: readonly string[]
    readonly trace: Trace
  }[]
  readonly fields: readonly {
    readonly element: string
    readonly resource: string
    readonly name: string
    readonly column: string | null
    readonly places: readonly { readonly file: string; readonly at: string }[]
    readonly trace: Trace
  }[]
  readonly elements: { readonly [id: string]: { readonly kind: string; readonly name: string } }
}

/** What a JSON pointer leads to; undefined where it leads nowhere. Source: RFC 6901. */
export function pointed(value: unknown, pointer: string): unknown {
  let at: unknown = value
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined
  }
  return at
}
