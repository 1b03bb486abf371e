import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { exporters } from '#exports/index.ts'
import { importers } from '#imports/index.ts'
import { lookUp } from '#model/derive/index.ts'
import { emptySnapshot, type Snapshot } from '#model/document/snapshot.ts'
import { encode } from '#model/file/journal.ts'
import { readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'
import { buildFacts, viewOf } from '#model/method/define-fact.ts'
import { facts } from '#model/method/facts.ts'
import { wordingOf } from '#model/wording/index.ts'

// Run in a process of its own, with a time zone and a language of its own: opens a file, writes it again, exports it in every
// format, takes a list in, and prints the digests and the offset of its zone.
const [, , document = '', list = ''] = process.argv

const digest = (...contents: readonly (Uint8Array | string)[]): string =>
  contents.reduce((hash, content) => hash.update(content), createHash('sha256')).digest('hex')

async function exported(snapshot: Snapshot): Promise<readonly Uint8Array[]> {
  const state = lookUp.start(snapshot)
  const known = buildFacts(facts, state)
  const input = { view: viewOf(state, known.values, known.totals), wording: wordingOf(state), today: '2026-01-31' }
  const all = await Promise.all(exporters.map(exporter => exporter.write(input)))
  return all.flatMap(({ files }) => files.map(({ bytes }) => bytes))
}

/** What taking a list with dates in does, as the journal would keep it. */
function takenIn(bytes: Uint8Array): string {
  const state = lookUp.start(emptySnapshot)
  let ids = 0
  const options = { map: new Map<string, string>(), partial: false, removals: false, takeSheet: false }
  const input = { name: 'l', files: [{ name: 'l.xlsx', bytes }], state, wording: wordingOf(state), newId: () => `n${++ids}`, ...options }
  const taken = importers.find(one => one.sniff(input))?.read(input)
  return taken?.ok ? encode(taken.value.delta) : 'not taken'
}

const read = readDocument(new Uint8Array(readFileSync(document)))
const bytes = read.ok ? writeDocument(read.value.snapshot, read.value.kept) : new Uint8Array()
const files = read.ok ? await exported(read.value.snapshot) : []
const taken = takenIn(new Uint8Array(readFileSync(list)))
process.stdout.write([digest(bytes), new Date(0).getTimezoneOffset(), digest(...files), taken].join(' '))
