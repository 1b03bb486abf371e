import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { LockHolder, Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { isStale, parseHolder, readHolder, writeHolder } from './lock-holder.ts'
import type { Machine } from './machine.ts'
import { attempt, succeeds, unless } from './problem-of.ts'

/** A document or folder that other programs of ours keep their hands off. */
export interface Lock {
  readonly holder: LockHolder
  /** Whether it is still ours; another machine may have taken it while this one slept. */
  isHeld(): Promise<boolean>
  /** Gives it back; does nothing if it is no longer ours. */
  release(): Promise<void>
}

/** How eagerly a lock is wanted. */
export interface LockWish {
  /** How long to wait for the holder, in milliseconds; 0 if absent. */
  readonly patience?: number
  /** A person decided that the holder, as shown, is to lose it. */
  readonly takeFrom?: LockHolder
}

/** How often a holder shows that it lives, in milliseconds. Source: reliability D14. */
const heartbeatPause = 60_000
const pollPause = 50

/** The lock of a document lies beside it; without its name, which may fill all the room a name has. The path must be the real one. */
export function lockPathOf(documentPath: string): string {
  const hash = createHash('sha256').update(basename(documentPath)).digest('hex').slice(0, 12)
  return join(dirname(documentPath), `.jw-${hash}.lock`)
}

/**
 * Takes the lock or says who holds it. A lock whose process is dead on this machine is taken over without a word. The lock is
 * advice to programs of ours; what keeps a version from being lost is the hash that saving compares.
 */
export async function acquireLock(machine: Machine, path: string, wish: LockWish = {}): Promise<Result<Lock, Problem>> {
  const { clock, processes } = machine
  const time = new Date(clock.now()).toISOString()
  const { host, user, pid } = processes
  const holder: LockHolder = { host, user, pid, start: processes.startOf(pid), nonce: machine.random(8), since: time, heartbeat: time }
  const end = clock.now() + (wish.patience ?? 0)
  for (;;) {
    const taken = await attempt(() => tryToTake(machine, path, holder, wish.takeFrom?.nonce))
    if (!taken.ok) return taken
    if (taken.value === true) return ok(held(machine, path, holder))
    if (clock.now() >= end) return err({ code: 'locked', holder: taken.value })
    await clock.wait(pollPause)
  }
}

/** True, or who holds it: null for one that is just changing hands. */
async function tryToTake(
  machine: Machine,
  path: string,
  holder: LockHolder,
  unwanted: string | undefined,
): Promise<true | LockHolder | null> {
  if (await place(machine, path, holder)) return true
  const found = await readHolder(machine, path)
  if (found === undefined) return null
  const mayGo = found.nonce === unwanted || isStale(machine, found)
  if (mayGo && (await takeOver(machine, path, holder, found.nonce))) return true
  return parseHolder(found.text) ?? null
}

/** Puts the lock there if the place is free: a finished file gets its name in one step, so nobody ever reads half a lock. */
async function place(machine: Machine, path: string, holder: LockHolder): Promise<boolean> {
  const { files } = machine
  const draft = join(dirname(path), `.jw-${machine.random(4)}.tmp`)
  await writeHolder(files, draft, 'wx', holder)
  try {
    const isLinked = await unless(['EEXIST'], async () => {
      await files.link(draft, path)
      return true
    })
    return isLinked === true
  } catch (error) {
    // No second names here (FAT, some shares): make the file itself, the one other step that fails where it is taken.
    if (await succeeds(() => writeHolder(files, path, 'wx', holder))) return true
    if (await succeeds(() => files.linkFacts(path))) return false
    throw error
  } finally {
    await succeeds(() => files.unlink(draft))
  }
}

/**
 * Replaces one certain holder. Two processes may both find a lock stale; if each just removed it, the slower one would remove
 * the lock of the faster. So removing needs a lock of its own, and under it one looks again.
 */
async function takeOver(machine: Machine, path: string, holder: LockHolder, unwanted: string): Promise<boolean> {
  const gate = `${path}.gate`
  if (!(await place(machine, gate, holder))) {
    const found = await readHolder(machine, gate)
    // Its holder died between two system calls; whoever comes next finds the gate open.
    if (found && isStale(machine, found)) await succeeds(() => machine.files.unlink(gate))
    return false
  }
  try {
    const found = await readHolder(machine, path)
    if (found && found.nonce !== unwanted) return false
    if (found) await unless(['ENOENT'], () => machine.files.unlink(path))
    return await place(machine, path, holder)
  } finally {
    await succeeds(() => machine.files.unlink(gate))
  }
}

function held(machine: Machine, path: string, holder: LockHolder): Lock {
  const isHeld = async (): Promise<boolean> => {
    const found = await attempt(() => readHolder(machine, path))
    return found.ok && found.value?.nonce === holder.nonce
  }
  let cancel: () => void
  const beat = async (): Promise<void> => {
    if (!(await isHeld())) return
    const heartbeat = new Date(machine.clock.now()).toISOString()
    await succeeds(() => writeHolder(machine.files, path, 'r+', { ...holder, heartbeat }))
    beatLater()
  }
  const beatLater = (): void => {
    cancel = machine.clock.after(heartbeatPause, () => void beat())
  }
  beatLater()
  return {
    holder,
    isHeld,
    async release() {
      cancel()
      if (await isHeld()) await succeeds(() => machine.files.unlink(path))
    },
  }
}
