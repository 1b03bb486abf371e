import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, unless } from '../problem-of.ts'
import { bytesContent, hashOf, readWhole } from '../saving/content.ts'
import { writeWhole } from '../saving/write-durably.ts'
import { continueLog, type LogFile, type LogPosition } from './log-file.ts'
import { decodeRecords, encodeRecords, logStart } from './records.ts'
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
  const decoded = decodeRecords(bytes.value ?? new Uint8Array(), start)
  if (decoded.tail === 'damaged' && bytes.value) {
    const aside = await setAside(machine, folder, bytes.value)
    if (!aside.ok) return aside
  }
  const all = decoded.payloads.flatMap(payload => decodeTransaction(payload) ?? [])
  const records = recentOf(all)
  const isLong = records !== all
  const isFine = bytes.value !== undefined && decoded.tail === 'clean' && !isLong
  const position = isFine ? ok(decoded) : await rewrite(machine, folder, isLong ? records.map(encodeTransaction) : decoded.payloads)
  if (!position.ok) return position
  // Only then: a log set aside as damaged may still speak of the others.
  if (isLong) await removeDeltas(machine, folder, idsIn(records))
  const log = await continueLog(machine, path, position.value)
  return log.ok ? ok(transactionLog(log.value, records)) : log
}

/** The same records, or those of the last thousand transactions if there are many more. */
function recentOf(records: readonly TransactionRecord[]): readonly TransactionRecord[] {
  const { closed, open } = stateAfter(records)
  if (closed.length <= keptTransactions + slack) return records
  return [...closed.slice(-keptTransactions).map(asRecord('done')), ...open.map(asRecord('begun'))]
}

/** Records behind a damaged one cannot be used, but nothing is thrown away. */
async function setAside(machine: Machine, folder: string, bytes: Uint8Array): Promise<Result<unknown, Problem>> {
  const name = `damaged-${machine.clock.now()}-${machine.random(4)}.log`
  return writeWhole(machine, join(folder, name), bytesContent(bytes), 'new')
}

/** A new log over the old one. */
async function rewrite(machine: Machine, folder: string, payloads: readonly Uint8Array[]): Promise<Result<LogPosition, Problem>> {
  const { bytes, end } = encodeRecords(start, payloads)
  const written = await writeWhole(machine, join(folder, fileName), bytesContent(bytes), 'replace')
  return written.ok ? ok({ end, length: bytes.byteLength }) : written
}

function idsIn(records: readonly TransactionRecord[]): ReadonlySet<string> {
  const { closed, open } = stateAfter(records)
  return new Set([...closed, ...open].map(({ transaction }) => transaction.id))
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
