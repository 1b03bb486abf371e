import type { Problem } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'

type PlainCode =
  | 'gone'
  | 'already-exists'
  | 'not-a-file'
  | 'name-too-long'
  | 'too-large'
  | 'read-only'
  | 'not-allowed'
  | 'disk-full'
  | 'busy'

/** System codes a person can act on in different ways. All others mean that the place cannot be reached. */
const codes: ReadonlyMap<string, PlainCode> = new Map([
  ['ENOENT', 'gone'],
  ['ENOTDIR', 'gone'],
  ['EEXIST', 'already-exists'],
  ['EISDIR', 'not-a-file'],
  ['ELOOP', 'not-a-file'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EFBIG', 'too-large'],
  ['EROFS', 'read-only'],
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
])

/** The system's code of an error; undefined for what the system did not say, which is a bug of ours. */
export function systemCodeOf(error: unknown): string | undefined {
  const isFromSystem = error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/u.test(error.code)
  return isFromSystem ? String(error.code) : undefined
}

/** What the system refused, as a problem. Throws the error itself when it is a bug. */
export function problemOf(error: unknown): Problem {
  const system = systemCodeOf(error)
  if (system === undefined) throw error
  return { code: codes.get(system) ?? 'unreachable', system }
}

/** Does something with the disk; what the system refuses becomes a value, a bug stays an exception. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(problemOf(error))
  }
}

/** The same where a refusal changes nothing, like removing what is no longer needed. Gives whether it was done. */
export async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  return (await attempt(work)).ok
}

/** Does something and gives undefined if the system refuses with one of these codes; rejects with any other. */
export async function unless<T>(refusals: readonly string[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (refusals.includes(systemCodeOf(error) ?? '')) return undefined
    throw error
  }
}
