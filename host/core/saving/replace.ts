import { extname, basename, dirname, join } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import type { Machine } from '../machine.ts'
import { attempt, problemOf, systemCodeOf } from '../problem-of.ts'
import { placeNew } from './write-durably.ts'

/** What Windows says while another program, mostly a virus scanner, has the file open. */
const passing: readonly string[] = ['EPERM', 'EACCES', 'EBUSY']

/** Pauses grow by this much up to ten times as much, in milliseconds. Source: VS Code `renameWithRetry`, reliability D4. */
const pauseStep = 10
const patience = 60_000
/** After this long a person wants to know what is going on. */
const silence = 2_000

/**
 * Puts a temp in the place of its target. On Windows it is patient with other programs; after two seconds `onWaiting` is
 * called once, after a minute the temp gets a visible name beside the target and the problem says which.
 * The target is never removed first: between the two there would be no file at all.
 */
export async function replace(machine: Machine, temp: string, target: string, onWaiting?: () => void): Promise<Result<void, Problem>> {
  const { clock, files, processes } = machine
  const start = clock.now()
  let isSaid = false
  for (let pause = pauseStep; ; pause = Math.min(pause + pauseStep, 10 * pauseStep)) {
    try {
      return ok(await files.rename(temp, target))
    } catch (error) {
      const waited = clock.now() - start
      if (processes.platform !== 'win32' || !passing.includes(systemCodeOf(error) ?? '')) return err(problemOf(error))
      if (waited >= patience) return err(await rescue(machine, temp, target))
      if (waited >= silence && !isSaid) {
        isSaid = true
        onWaiting?.()
      }
    }
    await clock.wait(pause)
  }
}

async function rescue({ clock, files }: Machine, temp: string, target: string): Promise<Problem> {
  const ending = extname(target)
  const stamp = new Date(clock.now()).toISOString().replace(/[-:]|\.\d+/gu, '')
  const stem = basename(target, ending)
  // In characters, for Windows counts those: 255 of them.
  const rescued = `${stem.slice(0, 200)}.rescued-${stamp}${ending}`
  const placed = await attempt(() => placeNew(files, temp, join(dirname(target), rescued)))
  return placed.ok ? { code: 'busy', rescued } : { code: 'busy' }
}
