import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { acquireLock, type Lock, lockPathOf } from '../lock.ts'
import type { Machine } from '../machine.ts'
import { attempt } from '../problem-of.ts'
import { saveFile, type Saved, type SaveRequest } from './save-file.ts'
import { realPlace } from './save-target.ts'

/** How long a save waits for another program of ours to be done with the document, in milliseconds. */
const patience = 3_000

/**
 * Saves while holding the document's lock: for whoever does not hold it for the length of a session, as a single command.
 * Problem `locked`, with the holder, when another keeps the document open.
 */
export async function saveUnderLock(machine: Machine, request: SaveRequest): Promise<Result<Saved, Problem>> {
  const lock = await lockFor(machine, request.path)
  if (!lock.ok) return lock
  try {
    return await saveFile(machine, request)
  } finally {
    await lock.value?.release()
  }
}

/** Undefined where no lock can lie: the save then says itself what is wrong with the place, or overwrites in place. */
async function lockFor(machine: Machine, path: string): Promise<Result<Lock | undefined, Problem>> {
  const place = await attempt(() => realPlace(machine.files, path))
  if (!place.ok) return ok(undefined)
  const lock = await acquireLock(machine, lockPathOf(place.value.real), { patience })
  if (lock.ok) return lock
  return lock.error.code === 'locked' ? err(lock.error) : ok(undefined)
}
