import { join } from 'node:path'
import type { Machine } from '../machine.ts'
import { attempt, succeeds } from '../problem-of.ts'
import { hashOfFile } from './content.ts'
import { isTempName } from './write-durably.ts'

/** A program that saves needs seconds. What is older was left behind by one that died. */
const oldest = 86_400_000

/** What a sweep did. */
export interface Swept {
  readonly removed: number
  /** Paths of temps whose content somebody still waits for, to be offered for recovery. */
  readonly wanted: readonly string[]
}

/**
 * Removes the temps a killed save left in these folders: ours by name, owner and age. One whose SHA-256 is among `waitedFor`,
 * the versions unfinished transactions lead to, is kept and named. Source: reliability §3.2 step 13.
 */
export async function sweepTemps(machine: Machine, folders: readonly string[], waitedFor: ReadonlySet<string>): Promise<Swept> {
  let removed = 0
  const wanted: string[] = []
  for (const path of await leftTemps(machine, folders)) {
    const hash = waitedFor.size > 0 ? await attempt(() => hashOfFile(machine.files, path)) : undefined
    if (hash?.ok && waitedFor.has(hash.value)) wanted.push(path)
    else if (await succeeds(() => machine.files.unlink(path))) removed++
  }
  return { removed, wanted }
}

async function leftTemps(machine: Machine, folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of new Set(folders)) {
    const names = await attempt(() => machine.files.list(folder))
    for (const name of names.ok ? names.value.filter(isTempName) : []) {
      const path = join(folder, name)
      if (await isLeft(machine, path)) found.push(path)
    }
  }
  return found
}

async function isLeft({ clock, files, processes }: Machine, path: string): Promise<boolean> {
  const facts = await attempt(() => files.linkFacts(path))
  if (!facts.ok) return false
  const { sort, owner, modifiedMs } = facts.value
  const isOurs = processes.userId === undefined || owner === processes.userId
  return sort === 'file' && isOurs && clock.now() - modifiedMs > oldest
}
