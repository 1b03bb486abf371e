import { join } from 'node:path'
import { ok, type Result } from '#bridge/result.ts'
import { type Problem, problem } from '#bridge/problems.ts'
import { errnoOf } from './file-system.ts'
import type { Machine } from './machine.ts'
import { decodeRecords, encodeRecord } from './records.ts'
import { problemOf, writeWhole } from './write-whole.ts'

/** What a command did, before its file was saved or after. The payload is opaque here. */
export interface Transaction {
  /** Hash of the file it starts from; empty for a new file. */
  readonly from: string
  /** Hash of the file it leads to: known before saving, since equal models are equal bytes. */
  readonly to: string
  /** It takes the one before it back; closing it removes both. */
  readonly undoes?: boolean
  readonly operation: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly payload: string
}

/** Transactions of one document, kept beside its journal. */
export interface Transactions {
  /** Appends and flushes what is about to be saved. */
  readonly begin: (transaction: Transaction) => Promise<Result<undefined, Problem>>
  /** Marks the open one as saved. */
  readonly close: () => Promise<Result<undefined, Problem>>
  /**
   * Looks at the one a crash left open: saved after all, it is closed; not saved, it is given back for replay; the file
   * changed by something else, it is given up.
   */
  readonly unfinished: (file: string) => Promise<Result<Transaction | undefined, Problem>>
  /** The last closed one, if it led to this file; `changed-otherwise` when the file was changed by something else. */
  readonly last: (file: string) => Promise<Result<Transaction, Problem>>
  readonly all: () => Promise<Result<readonly Transaction[], Problem>>
}

/** Closed transactions kept per document. Source: contracts C5.2. */
const MOST = 1000

type Entry =
  | { readonly type: 'begin'; readonly transaction: Transaction }
  | { readonly type: 'close'; readonly to: string }
  | { readonly type: 'abandon' }

const encoder = new TextEncoder()

const decoder = new TextDecoder()

export function openTransactions(machine: Machine, document: string): Transactions {
  const folder = join(machine.userData, 'journal', document)
  const path = join(folder, 'transactions.log')
  const seed = `transactions ${document}`

  const load = async (): Promise<{ readonly log: Log; readonly bytes: Uint8Array }> => {
    try {
      const bytes = await machine.files.read(path)
      return { log: replay(bytes, seed), bytes }
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return { log: { closed: [], open: undefined }, bytes: new Uint8Array() }
      throw error
    }
  }
  const append = async (entry: Entry): Promise<Result<undefined, Problem>> => {
    try {
      await machine.files.makeFolder(folder)
      const { log, bytes } = await load()
      const { records, used, chain } = decodeRecords(bytes, seed)
      if (log.closed.length > 2 * MOST || used < bytes.length) return await rewritten(machine, path, seed, [...entriesFor(log), entry])
      await appendRecord(machine, path, encodeRecord(chain, records.length, encoder.encode(JSON.stringify(entry))).bytes)
      return ok(undefined)
    } catch (error) {
      return problemOf(error)
    }
  }
  const reading = async <T>(go: (log: Log) => Result<T, Problem> | Promise<Result<T, Problem>>): Promise<Result<T, Problem>> => {
    try {
      return await go((await load()).log)
    } catch (error) {
      return problemOf(error)
    }
  }
  const settled = async (entry: Entry): Promise<Result<undefined, Problem>> => {
    const done = await append(entry)
    return done.ok ? ok(undefined) : done
  }
  return {
    begin: transaction => append({ type: 'begin', transaction }),
    close: () => append({ type: 'close' }),
    unfinished: file =>
      reading<Transaction | undefined>(async ({ open }) => {
        if (open === undefined) return ok(undefined)
        if (open.from === file && open.to !== file) return ok(open)
        return settled({ type: open.to === file ? 'close' : 'abandon' })
      }),
    last: file =>
      reading<Transaction>(({ closed }) => {
        const last = closed.at(-1)
        if (last === undefined) return problem('nothing-to-undo', {})
        return last.to === file ? ok(last) : problem('changed-otherwise', {})
      }),
    all: () => reading<readonly Transaction[]>(({ closed }) => ok(closed.slice(-MOST))),
  }
}

async function appendRecord({ files }: Machine, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'a', 0o600)
  try {
    await file.write(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

function replay(bytes: Uint8Array, seed: string): Log {
  const closed: Transaction[] = []
  let open: Transaction | undefined
  for (const { payload } of decodeRecords(bytes, seed).records) {
    const entry = JSON.parse(decoder.decode(payload)) as Entry
    if (entry.type === 'close' && open?.undoes) closed.pop()
    else if (entry.type === 'close' && open) closed.push(open)
    open = entry.type === 'begin' ? entry.transaction : undefined
  }
  return { closed, open }
}

/** Entries that say the same in fewer records; only the last thousand are kept. Source: contracts C5.2. */
function entriesFor({ closed, open }: Log): Entry[] {
  const entries = closed.slice(-MOST).flatMap((transaction): Entry[] => [{ type: 'begin', transaction }, { type: 'close' }])
  return open === undefined ? entries : [...entries, { type: 'begin', transaction: open }]
}

/** Writes the log anew, without what a crash tore off and without what is too old. */
async function rewritten(machine: Machine, path: string, seed: string, entries: readonly Entry[]): Promise<Result<undefined, Problem>> {
  let chain = decodeRecords(new Uint8Array(), seed).chain
  const parts = entries.map((entry, sequence) => {
    const record = encodeRecord(chain, sequence, encoder.encode(JSON.stringify(entry)))
    chain = record.chain
    return record.bytes
  })
  const written = await writeWhole(machine, path, new Uint8Array(Buffer.concat(parts)), 0o600)
  return written.ok ? ok(undefined) : written
}
