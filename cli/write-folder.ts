import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { attempt, problemOf, succeeds } from '#host/core/problem-of.ts'
import type { NewFile } from './store.ts'

/**
 * Writes files as a new folder, wholly or not at all: into a folder beside it, then renamed. A folder that already holds
 * something stays as it is: `already-exists`. Throws `AbortError` when interrupted, and leaves nothing behind.
 */
export async function writeNewFolder(path: string, files: readonly NewFile[], signal: AbortSignal): Promise<Result<undefined, Problem>> {
  const target = resolve(path)
  let beside: string | undefined
  try {
    if (await isFilled(target)) return err({ code: 'already-exists' })
    await mkdir(dirname(target), { recursive: true })
    beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
    // The folder itself is made inside, with the rights that new folders have here: a temporary one is for its owner only.
    const made = join(beside, 'new')
    for (const file of files) {
      signal.throwIfAborted()
      const full = join(made, ...file.path.split('/'))
      await mkdir(dirname(full), { recursive: true })
      await writeFile(full, file.bytes, { flag: 'wx' })
    }
    await succeeds(() => rmdir(target))
    await rename(made, target)
    return ok(undefined)
  } catch (error) {
    signal.throwIfAborted()
    return err(problemOf(error))
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true })
  }
}

/** Whether something is there that we would write into or over; an empty folder is not. */
async function isFilled(target: string): Promise<boolean> {
  const found = await attempt(() => stat(target))
  if (!found.ok) return found.error.code !== 'gone'
  return !found.value.isDirectory() || (await readdir(target)).length > 0
}
