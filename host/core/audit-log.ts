import { join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { ok, type Result } from '#bridge/result.ts'
import { type ChainCheck, type ChainEnd, checkChain, endOfChain, localTime, nextLine, noChain } from './audit-chain.ts'
import type { FileSystem } from './file-system.ts'
import { acquireLock } from './lock.ts'
import type { Machine } from './machine.ts'
import { attempt, unless } from './problem-of.ts'
import { readWhole, writeAll } from './saving/content.ts'
import { ensureFolder, synced, syncFolder } from './saving/write-durably.ts'

/** What can be recorded. Source: reliability G4. */
export type AuditEvent = 'open' | 'save' | 'import' | 'export' | 'merge' | 'recover' | 'settings' | 'refused'

/** Something that happened, without any content of a document. */
export interface AuditEntry {
  readonly event: AuditEvent
  /** Id of the document or setting. */
  readonly object: string
  /** `ok` or the code of the problem. */
  readonly result: string
}

const isMonth = (name: string): boolean => /^\d{4}-\d\d\.jsonl$/u.test(name)

/** How long another program may be writing its line, in milliseconds. */
const patience = 2_000

/** Appends a line to this month's file and flushes it. Nothing that stands there is ever changed or removed. */
export async function recordEvent(machine: Machine, folder: string, entry: AuditEntry): Promise<Result<void, Problem>> {
  const made = await attempt(() => ensureFolder(machine, folder))
  if (!made.ok) return made
  const lock = await acquireLock(machine, join(folder, '.lock'), { patience })
  if (!lock.ok) return lock
  const written = await attempt(() => append(machine, folder, entry))
  await lock.value.release()
  return written
}

async function append(machine: Machine, folder: string, entry: AuditEntry): Promise<void> {
  const { clock, files, processes } = machine
  const time = localTime(clock.now(), clock.offset(clock.now()))
  const months = await monthsIn(machine, folder)
  // A clock set back must not write into a month that is closed.
  const month = [`${time.slice(0, 7)}.jsonl`, ...months].sort().at(-1) ?? ''
  const isNew = !months.includes(month)
  const end = await endOfLog(machine, folder, months)
  const line = Buffer.from(nextLine(end, { time, user: processes.user, host: processes.host, ...entry }), 'latin1')
  const file = await files.open(join(folder, month), isNew ? 'wx' : 'r+', 0o600)
  try {
    await writeAll(file, line, (await file.facts()).size)
    await synced(() => file.syncData())
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(machine, folder)
}

/** A power cut may leave a month without one whole line. */
async function endOfLog({ files }: Machine, folder: string, months: readonly string[]): Promise<ChainEnd> {
  let rest = ''
  for (const month of months.toReversed()) {
    const text = await latin1(files, join(folder, month))
    const end = endOfChain(text)
    if (end) return { chain: end.chain, rest: together([end.rest, rest]) }
    rest = together([text, rest])
  }
  return { chain: noChain, rest }
}

const latin1 = async (files: FileSystem, path: string): Promise<string> => Buffer.from(await readWhole(files, path)).toString('latin1')

/** Months one after the other, a line never going from one into the next. */
function together(texts: readonly string[]): string {
  return texts.filter(text => text !== '').reduce((all, text) => (all === '' || all.endsWith('\n') ? all + text : `${all}\n${text}`), '')
}

async function monthsIn({ files }: Machine, folder: string): Promise<string[]> {
  return ((await unless(['ENOENT'], () => files.list(folder))) ?? []).filter(isMonth).sort()
}

/** What going through the whole log found. */
export interface AuditCheck extends Omit<ChainCheck, 'brokenAt'> {
  /** The first line that is not what was written; its number is one-based. */
  readonly broken: { readonly file: string; readonly line: number } | undefined
}

/** Goes through all months from the first line on. */
export async function verifyAudit(machine: Machine, folder: string): Promise<Result<AuditCheck, Problem>> {
  return attempt(async () => {
    const lines: string[] = []
    const places: { readonly file: string; readonly line: number }[] = []
    for (const file of await monthsIn(machine, folder)) {
      const text = await latin1(machine.files, join(folder, file))
      const own = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
      for (const [index, line] of text === '' ? [] : own.entries()) {
        lines.push(line)
        places.push({ file, line: index + 1 })
      }
    }
    const { brokenAt, ...check } = checkChain(lines)
    return { ...check, broken: brokenAt === undefined ? undefined : places[brokenAt] }
  })
}

/** The months there are records of, for reading and for handing over, as `YYYY-MM.jsonl`, oldest first. */
export async function listAudit(machine: Machine, folder: string): Promise<Result<readonly string[], Problem>> {
  const months = await attempt(() => monthsIn(machine, folder))
  return months.ok ? ok(months.value) : months
}
