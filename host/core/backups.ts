import { join } from 'node:path'
import { ok, type Result } from '#bridge/result.ts'
import { type Problem, problem } from '#bridge/problems.ts'
import { errnoOf } from './file-system.ts'
import { type Machine, sha256 } from './machine.ts'
import { problemOf, writeWhole } from './write-whole.ts'

export interface Backup {
  readonly name: string
  /** When the version was put aside, in milliseconds since 1970. */
  readonly at: number
  readonly bytes: number
}

/** A version younger than this is not kept again, in milliseconds. */
const YOUNG = 10 * 60_000

const MOST_BYTES = 500 * 1024 * 1024

const folderOf = ({ userData }: Machine, document: string): string => join(userData, 'backups', document)

const named = /^(\d{13})-[0-9a-f]{12}\.jw$/u

/** Versions put aside, newest first. */
export async function listBackups(machine: Machine, document: string): Promise<Result<readonly Backup[], Problem>> {
  const folder = folderOf(machine, document)
  try {
    const found: Backup[] = []
    for (const name of await machine.files.list(folder)) {
      const at = named.exec(name)?.[1]
      if (at !== undefined) found.push({ name, at: Number(at), bytes: (await machine.files.stat(join(folder, name))).size })
    }
    return ok(found.sort((a, b) => b.at - a.at))
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : problemOf(error)
  }
}

export async function readBackup(machine: Machine, document: string, name: string): Promise<Result<Uint8Array, Problem>> {
  if (!named.test(name)) return problem('not-found', {})
  try {
    return ok(await machine.files.read(join(folderOf(machine, document), name)))
  } catch (error) {
    return problemOf(error)
  }
}

/** Puts a version aside unless one is young enough; older ones go only after it is durable. Source: reliability §3.2, step 8. */
export async function keepBackup(
  machine: Machine,
  document: string,
  bytes: Uint8Array,
  always: boolean,
): Promise<Result<undefined, Problem>> {
  const known = await listBackups(machine, document)
  if (!known.ok) return known
  const hash = sha256(bytes).slice(0, 12)
  const newest = known.value[0]
  const isKept = known.value.some(one => one.name.endsWith(`-${hash}.jw`))
  if (isKept || (!always && newest !== undefined && machine.now() - newest.at < YOUNG)) return ok(undefined)
  const folder = folderOf(machine, document)
  try {
    await machine.files.makeFolder(folder)
  } catch (error) {
    return problemOf(error)
  }
  const written = await writeWhole(machine, join(folder, `${String(machine.now()).padStart(13, '0')}-${hash}.jw`), bytes, 0o600)
  if (!written.ok) return written
  await prune(machine, document)
  return ok(undefined)
}

async function prune(machine: Machine, document: string): Promise<void> {
  const known = await listBackups(machine, document)
  if (!known.ok) return
  const keep = kept(known.value)
  for (const one of known.value)
    if (!keep.has(one.name)) {
      try {
        await machine.files.unlink(join(folderOf(machine, document), one.name))
      } catch (error) {
        if (errnoOf(error) === '') throw error
      }
    }
}

/** The last ten, one an hour for a day, one a day for a month, up to 500 MB; the newest always. */
export function kept(backups: readonly Backup[]): ReadonlySet<string> {
  const chosen = new Set<string>()
  const hours = new Set<number>()
  const days = new Set<number>()
  let bytes = 0
  for (const [index, one] of backups.entries()) {
    const hour = Math.floor(one.at / 3_600_000)
    const day = Math.floor(one.at / 86_400_000)
    const counts = index < 10 || (hours.size < 24 && !hours.has(hour)) || (days.size < 30 && !days.has(day))
    hours.add(hour)
    days.add(day)
    if (!counts || (chosen.size > 0 && bytes + one.bytes > MOST_BYTES)) continue
    chosen.add(one.name)
    bytes += one.bytes
  }
  return chosen
}
