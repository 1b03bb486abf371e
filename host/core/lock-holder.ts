import type { LockHolder } from '#bridge/problems.ts'
import type { FileSystem } from './file-system.ts'
import type { Machine } from './machine.ts'
import { unless } from './problem-of.ts'
import { readWhole, writeAll } from './saving/content.ts'

/** A lock file as it was read. */
export interface FoundLock {
  readonly text: string
  /** Empty for a lock that cannot be read: half written, or by another program. */
  readonly nonce: string
  readonly modifiedMs: number
}

/** A lock without a readable holder is one being written, unless that was long ago, in milliseconds. */
const writingTime = 10_000

/** What lies at the path; undefined if nothing does. Rejects with the system's error. */
export async function readHolder({ files }: Machine, path: string): Promise<FoundLock | undefined> {
  return unless(['ENOENT'], async () => {
    const { modifiedMs } = await files.linkFacts(path)
    const text = new TextDecoder().decode(await readWhole(files, path))
    return { text, nonce: parseHolder(text)?.nonce ?? '', modifiedMs }
  })
}

export function parseHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isHolder(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false
  const { host, user, pid, start, nonce, since, heartbeat }: Partial<Record<keyof LockHolder, unknown>> = value
  const areTexts = [host, user, nonce, since, heartbeat].every(one => typeof one === 'string')
  return areTexts && typeof pid === 'number' && Number.isInteger(pid) && (start === null || typeof start === 'string')
}

/** With `r+` the new text must be as long as the old one, which it is if only the heartbeat differs: then it is one write. */
export async function writeHolder(files: FileSystem, path: string, flags: 'wx' | 'r+', holder: LockHolder): Promise<void> {
  const file = await files.open(path, flags, 0o644)
  try {
    await writeAll(file, new TextEncoder().encode(JSON.stringify(holder)), 0)
  } finally {
    await file.close()
  }
}

/** Whether nobody can be holding this lock any more. Of another machine we cannot know, so that is for a person to say. */
export function isStale({ clock, processes }: Machine, found: FoundLock): boolean {
  const holder = parseHolder(found.text)
  if (!holder) return clock.now() - found.modifiedMs > writingTime
  if (holder.host !== processes.host) return false
  if (!processes.isAlive(holder.pid)) return true
  const start = processes.startOf(holder.pid)
  return start !== null && holder.start !== null && start !== holder.start
}
