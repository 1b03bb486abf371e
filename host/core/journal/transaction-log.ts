import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, unless } from '../problem-of.ts'
import { bytesContent, hashOf, readWhole } from '../saving/content.ts'
import { writeWhole } from '../saving/write-durably.ts'
import { continueLog, type LogFile } from './log-file.ts'
import { type DecodedLog, decodeRecords, encodeRecords, logStart } from './records.ts'
import { removeDeltas } from './stored-deltas.ts'
import { decodeTransaction, encodeTransaction, type TransactionRecord } from './transaction-records.ts'
import { type Kept, stateAfter } from './undo-chain.ts'

/** How many closed transactions of a document are kept. Source: contracts C5.2. */
export const keptTransactions = 1_000
/** The log is written anew only when it has grown by this many more. */
const slack = 250

/** The log of one document's transactions. */
export interface TransactionLog {
  records(): readonly TransactionRecord[]
  /** Flushed when it returns. */
  append(record: TransactionRecord): Promise<Result<void, Problem>>
  close(): Promise<void>
}

const fileName = 'transactions.log'

/** What the first record continues: the form of the log. Another form would be another text. */
const start = logStart(hashOf(new TextEncoder().encode('jingwei transactions 1')))

/** Opens the log, or makes one. The lock of the folder must be held. */
export async function openTransactionLog(machine: Machine, folder: string): Promise<Result<TransactionLog, Problem>> {
  const path = join(folder, fileName)
  const bytes = await attempt(() => unless(['ENOENT'], () => readWhole(machine.files, path)))
  if (!bytes.ok) return bytes
  let decoded = decodeRecords(bytes.value ?? new Uint8Array(), start)
  const records = decoded.payloads.flatMap(payload => decodeTransaction(payload) ?? [])
  if (decoded.tail === 'damaged' && bytes.value) {
    const aside = await setAside(machine, folder, bytes.value)
    if (!aside.ok) return aside
  }
  const { closed } = stateAfter(records)
  if (bytes.value === undefined || decoded.tail !== 'clean' || closed.length > keptTransactions + slack) {
    const rewritten = await rewrite(machine, folder, decoded, records)
    if (!rewritten.ok) return rewritten
    decoded = rewritten.value
  }
  const log = await continueLog(machine, path, decoded)
  return log.ok ? ok(transactionLog(log.value, records)) : log
}

/** Records behind a damaged one cannot be used, but nothing is thrown away. */
async function setAside(machine: Machine, folder: string, bytes: Uint8Array): Promise<Result<unknown, Problem>> {
  const name = `damaged-${machine.clock.now()}-${machine.random(4)}.log`
  return writeWhole(machine, join(folder, name), bytesContent(bytes), 'new')
}

/** A new log over the old one, with the records that count: those too old are left out if there are many. */
async function rewrite(
  machine: Machine,
  folder: string,
  { payloads }: DecodedLog,
  records: readonly TransactionRecord[],
): Promise<Result<DecodedLog, Problem>> {
  const { closed, open } = stateAfter(records)
  const isLong = closed.length > keptTransactions + slack
  const recent = closed.slice(-keptTransactions)
  const kept = isLong ? [...recent.map(asRecord('done')), ...open.map(asRecord('begun'))].map(encodeTransaction) : payloads
  const { bytes } = encodeRecords(start, kept)
  const written = await writeWhole(machine, join(folder, fileName), bytesContent(bytes), 'replace')
  if (!written.ok) return written
  if (isLong) await removeDeltas(machine, folder, new Set([...recent, ...open].map(({ transaction }) => transaction.id)))
  return ok(decodeRecords(bytes, start))
}

const asRecord =
  (kind: 'begun' | 'done') =>
  ({ transaction, delta }: Kept): TransactionRecord => ({ kind, transaction, delta })

function transactionLog(log: LogFile, earlier: readonly TransactionRecord[]): TransactionLog {
  const records = [...earlier]
  return {
    records: () => records,
    async append(record) {
      const written = await log.append([encodeTransaction(record)])
      const flushed = written.ok ? await log.flush() : written
      if (!flushed.ok) return flushed
      records.push(record)
      return ok(undefined)
    },
    async close() {
      await log.close()
    },
  }
}
